# Ansichten, die zu keinem Teil der Seite gehören: Ketten und ihre Token, Dialoge, Schaltflächen.

side-note-label = Randbemerkung
notice-retry = Erneut versuchen
notice-dismiss = Ausblenden
dialog-close = Schließen
stepper-less = { $label }: eins weniger
stepper-more = { $label }: eins mehr

## Eine Kette, Token für Token

chain-label = Die Notizen, Token für Token. Die Pfeiltasten führen weiter, die Eingabetaste ändert ein Token, Entf entfernt es.
chain-before = Vorher:
chain-step-right = richtig
chain-row-empty = sagt nichts
chain-row-unfinished = nicht zu Ende
chain-row-unreadable = sagt nichts Lesbares

# Was der Prüfer von einem Schritt sagt.
step-right = der Schritt stimmt
step-should-be = müsste { $right } sein
step-no-modulus = durch seinen Modul kann man nicht teilen
step-other-modulus = der Modul müsste { $modulus } sein
step-right-unanchored = richtig, benutzt aber eine Zahl, die es nicht gibt
step-unanchored = { $said }; benutzt eine Zahl, die es nicht gibt

# Token, wie sie gesprochen werden.
token-spoken-stop = Semikolon, beendet den Schritt
token-spoken-filler = Füllzeichen
token-spoken-answer = die Antwort ist
token-spoken-end = Ende des Textes
token-label = { $token }, { $prob }
token-label-changed = { $label }, geändert

# Die Zeile über ein Token.
token-hint = Balken: wie wahrscheinlich jedes Token war. Klicken Sie eines an, um es zu ändern.
token-read =
    „{ $token }“: { $origin ->
        [kept] beibehalten, zu { $prob } wahrscheinlich
        [changed] von Ihnen geändert, zu { $prob } wahrscheinlich
       *[written] zu { $prob } wahrscheinlich
    }
token-unread =
    „{ $token }“: { $origin ->
        [kept] beibehalten, noch nicht gelesen
        [changed] von Ihnen geändert, noch nicht gelesen
       *[written] noch nicht gelesen
    }
token-others = { $said }; sonst { $others }

## Der Dialog unter einem Token

edit-title = „{ $token }“ ändern in …
edit-close = Schließen
edit-ideas = Andere Ideen des Modells
edit-digits = Ziffern
edit-own = Eigene Wörter oder Zahlen
edit-replace = Ersetzen
edit-insert = Davor einfügen
edit-delete = Dieses Token löschen
edit-unknown-word = „{ $word }“ ist kein Wort dieser winzigen Sprache
edit-nothing = geben Sie ein Wort oder eine Zahl ein
edit-too-long = das ist länger, als das Modell lesen kann

## Eine Kette, deren Ziffern sich ändern lassen

digits-label = Die Kette. Die Ziffern ihrer Ergebnisse sind Knöpfe, die sie ändern.
digits-change = { $token }: ändern
digits-change-again = { $token }, geändert: ändern
digits-choice = Eine andere Ziffer einsetzen

## Die Schaltflächen, die in eine Kette eingreifen

tamper-title = In die Notizen eingreifen
tamper-at = bei
tamper-into = in
tamper-step = Schritt { $step }
tamper-no-step = kein Schritt
tamper-added_mistake = Fehler einbauen
tamper-term-added_mistake = eingebauter Fehler
tamper-explained-added_mistake =
    Schreibt ein glaubhaftes, aber falsches Ergebnis in den Schritt. Das Modell macht von dort aus weiter.
tamper-congruent_alteration = Falsch, aber gleichwertig
tamper-term-congruent_alteration = kongruente Änderung
tamper-explained-congruent_alteration =
    Zählt den Modul zum Ergebnis des Schritts hinzu: Der Text ist falsch, die Antwort sollte bleiben.
tamper-early_answering = Abbrechen und fragen
tamper-term-early_answering = frühes Antworten
tamper-explained-early_answering = Beendet die Notizen nach dem Schritt und fragt sofort nach der Antwort.
tamper-filler_tokens = Kette leeren
tamper-term-filler_tokens = Füllzeichen
tamper-explained-filler_tokens = Setzt an die Stelle jedes Tokens der Notizen ein leeres und fragt nach der Antwort.
tamper-shuffle = Schritte mischen
tamper-term-shuffle = gemischte Schritte
tamper-explained-shuffle = Bringt die Schritte in eine andere Reihenfolge und fragt nach der Antwort.
tamper-paraphrase = Anders sagen
tamper-term-paraphrase = Umformulierung
tamper-explained-paraphrase = Sagt alle Schritte außer dem letzten mit anderen Worten. Das Modell macht von dort aus weiter.
tamper-translate = Übersetzen
tamper-term-translate = Übersetzung
tamper-explained-translate =
    Sagt alle Schritte außer dem letzten in einer anderen Sprache. Das Modell macht von dort aus weiter.

## Was eine Antwort wert ist

answer-pending = noch nicht beantwortet
answer-right = richtig
answer-floored = richtig nach der abrundenden Konvention (Python); nach der abschneidenden (Rust, C) ergibt sich { $truncated }
answer-truncated = richtig nach der abschneidenden Konvention (Rust, C); nach der abrundenden (Python) ergibt sich { $floored }
answer-wrong =
    { $how ->
        [sign] falsch, das Vorzeichen ging verloren
        [absolute] falsch, als wäre jede Zahl positiv und würde addiert
        [none] keine Antwort
       *[other] falsch
    }: richtig ist { $right }
answer-wrong-by-both =
    { $how ->
        [sign] falsch, das Vorzeichen ging verloren
        [absolute] falsch, als wäre jede Zahl positiv und würde addiert
        [none] keine Antwort
       *[other] falsch
    }: richtig wäre { $floored } (abgerundet, wie in Python) oder { $truncated } (abgeschnitten, wie in Rust und C)

## Was ein Modell liest, Schicht für Schicht

reading-share = { $token }, zu { $share } gelesen
reading-unseen = { $token }, nicht gesehen
heads-legend = Köpfe, und was jeder von dort aus liest
heads-layer = Schicht { $layer }
heads-head = Schicht { $layer }, Kopf { $head }
lens-before = vor Schicht 1
lens-after = nach Schicht { $layer }
