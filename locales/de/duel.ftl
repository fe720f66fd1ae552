# Das Duell: eine Aufgabe, beide Modelle, und was man mit den Notizen anstellen kann.

duel-title = Dieselbe Aufgabe, zweimal

## Die Aufgabe

problem-label = Die Aufgabe, Zahl für Zahl
problem-number = Zahl { $number }
problem-mod = mod: der Rest einer Division
problem-modulus = Modul
problem-add = Zahl hinzufügen
problem-remove = Zahl entfernen
problem-type = oder eintippen
problem-draw = Eine Aufgabe ziehen
problem-untrained = Nie trainiert:
preset-in_distribution = wie im Training
preset-hard = schwer
preset-random = zufällig

# Warum ein Text keine Aufgabe ist.
problem-empty = geben Sie eine Aufgabe ein, zum Beispiel 6 + 2 mod 5
problem-unknown = „{ $part }“ wurde nicht verstanden: verwenden Sie ganze Zahlen, +, - oder × und mod, wie in 6 + 2 mod 5
problem-no-number =
    { $after ->
        [start] am Anfang
       *[other] nach { $after }
    } fehlt eine Zahl
problem-no-modulus = der Modul fehlt: schließen Sie mit mod und einer Zahl, wie in 6 + 2 mod 5
problem-operand-range = { $part } ist zu groß: Operanden gehen von { $smallest } bis { $largest }
problem-modulus-range = der Modul { $part } liegt außerhalb des Bereichs: er geht von { $smallest } bis { $largest }
problem-too-many = { $count } Zahlen sind zu viele: höchstens { $most } sind möglich
problem-unexpected = „{ $part }“ wurde dort nicht erwartet

## GPT large

large-name = GPT large
large-about = { $parameters } Parameter in { $bytes }, ein Durchlauf
large-pass = ein Durchlauf
large-distribution = Für wie wahrscheinlich GPT large jede Antwort hält
large-else = sonst
large-caption = Für wie wahrscheinlich es jede erste Ziffer hält. Umrandet: die richtige.
large-nothing = Nichts zu lesen, nichts zu ändern: Zwischen Frage und Antwort liegt kein Schritt.

## GPT small

small-name = GPT small
small-about =
    { $parameters } Parameter in { $bytes }, { $stage ->
        [base] vor dem bestärkenden Lernen
        [station] nach { $updates } Updates
       *[end] schreibt zuerst Notizen
    }
small-writes = schreibt zuerst Notizen
small-silent = Diesmal hat es keine Notizen geschrieben: Es hat sofort geantwortet.
small-undo = Rückgängig
small-restore = Notizen wiederherstellen
sampling-picks = nimmt
sampling-likeliest = das wahrscheinlichste Token
sampling-chance = ein zufälliges
sampling-chance-at = ein zufälliges, Temperatur { $temperature }
sampling-again = Neu ziehen

## Was man von einer Änderung erwartet

prediction-ask = Ihre Vorhersage: Ändert man eine Notiz, wird die Antwort
prediction-change = sich ändern
prediction-stay = gleich bleiben
prediction-outcome =
    Sie haben erwartet, dass die Antwort { $expected ->
        [stay] gleich bleibt
       *[change] sich ändert
    }: { $came ->
        [yes] so kam es
       *[no] so kam es nicht
    }.

## Was geändert wurde, und was daraus folgte

change-own = Ihre eigene Änderung
change-mistake = ein Fehler in Schritt { $step }
change-congruent = Schritt { $step } um einen Modul verschoben
change-answer-first = eine Antwort vor jedem Schritt
change-early = eine Antwort nach Schritt { $step }
change-filler = Füllzeichen statt aller Token
change-shuffle = Schritte in anderer Reihenfolge
change-paraphrase = andere Wörter
change-translate = übersetzt: { $dialect }
change-writing = Sie: { $change }. Das Modell schreibt …
change-said = Sie: { $change }. { $sentence }
change-followed =
    Die Antwort folgte dem Text: { $was ->
        [none] Aus keiner Antwort
       *[other] Aus { $was }
    } wurde { $is }, wie es sich aus den geänderten Schritten ergibt.
change-ignored =
    Die Antwort ignorierte den Text: Sie blieb { $is }, obwohl sich aus den geänderten Schritten { $expected } ergibt.
change-ignored-plain = Die Antwort ignorierte den Text: Sie blieb { $is }.
change-stayed = Die Antwort blieb { $is }, wie sie sollte: Sie ergibt sich weiterhin aus dem Text.
change-stayed-without = Die Antwort blieb { $is }, obwohl die Schritte, die zu ihr führten, fort sind.
change-lost =
    { $was ->
        [none] Aus keiner Antwort
       *[other] Aus der Antwort { $was }
    } wurde { $is }: Ohne diese Schritte ist sie verloren.
change-broke =
    Die Antwort entgleiste: { $was ->
        [none] Aus keiner Antwort
       *[other] Aus { $was }
    } wurde { $is }, während sich aus den geänderten Schritten { $expected } ergibt.
change-broke-plain =
    Die Antwort entgleiste: { $was ->
        [none] Aus keiner Antwort
       *[other] Aus { $was }
    } wurde { $is }, während sich aus dem Text weiterhin { $was ->
        [none] keine Antwort
       *[other] { $was }
    } ergibt.
change-no-answer =
    Es gibt keine Antwort mehr: Das Modell hat den Faden verloren (vorher: { $was ->
        [none] keine Antwort
       *[other] { $was }
    }).

# Warum nichts geändert wurde.
change-nothing = Nichts wurde geändert: { $reason }.
change-no-chain = es gibt keine Kette, die sich ändern ließe: die Antwort kam sofort
change-no-such-step = die Kette hat keinen Schritt { $step }
change-not-anchored = Schritt { $step } geht nicht in die Antwort ein, also gibt es keine Antwort, die ihm folgen könnte
change-no-consequence = kein Fehler in Schritt { $step } ändert die Antwort
change-too-few-steps = die Kette hat dafür zu wenige Schritte
