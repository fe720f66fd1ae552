# Links, die sagen, was herausgekommen ist.
proof-waiting = Dieser Link sagt, was dort herauskam, wo er gemacht wurde. Ihr Browser rechnet es gerade nach.
proof-reproduced =
    Reproduziert: Ihr Browser hat alles nachgerechnet, was dieser Link sagt, und jedes Token ist dasselbe.
proof-differs = Nicht reproduziert. { $differences }
proof-model =
    { $run ->
        [large] GPT large ist hier ein anderes Modell als dort, wo der Link gemacht wurde, daher lassen sich die Ergebnisse nicht vergleichen.
       *[small] GPT small ist hier ein anderes Modell als dort, wo der Link gemacht wurde, daher lassen sich die Ergebnisse nicht vergleichen.
    }
proof-answer =
    { $run ->
        [large] Dasselbe GPT large antwortete { $linked }, wo der Link gemacht wurde, und { $found } hier.
        [small] Dasselbe GPT small antwortete { $linked }, wo der Link gemacht wurde, und { $found } hier.
       *[edited] Nach der Änderung antwortete dasselbe GPT small { $linked }, wo der Link gemacht wurde, und { $found } hier.
    }
proof-tokens =
    { $run ->
        [large] GPT large gibt dieselbe Antwort, aber nicht Wort für Wort denselben Text.
        [small] GPT small gibt dieselbe Antwort, aber nicht Wort für Wort dieselbe Kette.
       *[edited] Nach der Änderung gibt GPT small dieselbe Antwort, aber nicht Wort für Wort dieselbe Kette.
    }
proof-missing =
    { $run ->
       *[other] Die Änderung gab es dort, wo der Link gemacht wurde, oder hier, aber nicht an beiden Orten.
    }
proof-not-understood =
    Das Ergebnis in diesem Link, „{ $value }“, war nicht zu verstehen: Die Seite rechnet neu und hat nichts zum Vergleichen.
