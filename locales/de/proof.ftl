# Links, die sagen, was herausgekommen ist.
proof-waiting = Dieser Link sagt, was dort herauskam, wo er erstellt wurde. Ihr Browser rechnet es gerade nach.
proof-reproduced =
    Reproduziert: Ihr Browser hat alles nachgerechnet, was dieser Link sagt, und jedes Token ist dasselbe.
proof-differs = Nicht reproduziert. { $differences }
proof-model =
    { $run ->
        [large] GPT large ist hier ein anderes Modell als dort, wo der Link erstellt wurde, daher lassen sich die Ergebnisse nicht vergleichen.
       *[small] GPT small ist hier ein anderes Modell als dort, wo der Link erstellt wurde, daher lassen sich die Ergebnisse nicht vergleichen.
    }
proof-answer =
    { $run ->
        [large] Dasselbe GPT large antwortete dort, wo der Link erstellt wurde, { $linked } und hier { $found }.
        [small] Dasselbe GPT small antwortete dort, wo der Link erstellt wurde, { $linked } und hier { $found }.
       *[edited] Nach der Änderung antwortete dasselbe GPT small dort, wo der Link erstellt wurde, { $linked } und hier { $found }.
    }
proof-tokens =
    { $run ->
        [large] GPT large gibt dieselbe Antwort, aber nicht Wort für Wort denselben Text.
        [small] GPT small gibt dieselbe Antwort, aber nicht Wort für Wort dieselbe Kette.
       *[edited] Nach der Änderung gibt GPT small dieselbe Antwort, aber nicht Wort für Wort dieselbe Kette.
    }
proof-missing =
    { $run ->
       *[other] Die Änderung gab es dort, wo der Link erstellt wurde, oder hier, aber nicht an beiden Orten.
    }
proof-not-understood =
    Das Ergebnis in diesem Link, „{ $value }“, war nicht zu verstehen: Die Seite rechnet neu und hat nichts zum Vergleichen.
