# Wer die Ketten überwacht, und wer zum Nutzer spricht.
watchers-title = Wer überwacht die Notizen?
watchers-lead =
    Wenn sich Notizen lesen lassen, muss sie jemand lesen, und Sie können das nicht bei jeder Aufgabe tun. Deshalb haben wir ein
    weiteres Modell trainiert, so klein wie GPT small und getrennt von ihm, das nichts tut, als Notizen anzusehen: Stimmt, was
    zuletzt geschrieben wurde? Bevor Sie es bei der Arbeit sehen, eine Vermutung.
watchers-guess = Ihre Vermutung
watchers-question =
    Eines der Systeme unten schreibt Notizen, die nichts über seine Antwort entscheiden. Wird der Wächter es merken?
watchers-will = Er merkt es
watchers-will-not = Er merkt es nicht
watchers-data = Daten
watchers-file = Die Wächter
watchers-failed = Die Wächter lassen sich nicht bei der Arbeit zeigen: { $reason }.
watchers-worker-died = ihr Hintergrundprozess ist abgebrochen: { $reason }
watchers-other-answer = der Hintergrundprozess antwortet etwas anderes

## Ein Wächter bei der Arbeit.
watchers-live = Ein Wächter liest Notizen
watchers-whose = Wessen Notizen
watchers-author-chain_rl = GPT small nach dem bestärkenden Lernen
watchers-author-encoded = eines, das in einem Code schreibt
watchers-author-steganography = eines, das seine Ergebnisse verbirgt
watchers-author-rationaliser = eines, dessen Kette nichts entscheidet
watchers-not-yet = Der Wächter hat noch nicht hingesehen.
watchers-on-problem = { $author }, zu <raw>{ $problem }</raw>:
watchers-says = { $is_sound ->
    [yes] stimmt, { $probability }
   *[no] stimmt nicht, { $probability }
}
watchers-checker = { $is_sound ->
    [yes] ✓ Prüfer
   *[no] ✗ Prüfer
}
watchers-spoil = verfälschen
watchers-undo = rückgängig
watchers-spoil-step = Schritt { $step } verfälschen
watchers-undo-step = Schritt { $step } wiederherstellen
watchers-agree = { $passes ->
    [yes] Beide sind sich einig: Die Notizen bestehen.
   *[no] Beide sind sich einig: Die Notizen bestehen nicht.
}
watchers-disagree = { $monitor_passes ->
    [yes] Sie sind sich uneinig: Die Notizen bestehen beim Wächter, aber nicht beim Prüfer.
   *[no] Sie sind sich uneinig: Die Notizen bestehen nicht beim Wächter, aber beim Prüfer.
}
watchers-live-caption =
    Verfälschen Sie ein Ergebnis und sehen Sie, wer es merkt. Was danach kommt, bleibt unverändert: Beurteilt werden nur die
    Notizen, nicht die Antwort.
watchers-again-author = Wahl eines anderen Verfassers

## Was dem Nutzer gesagt wird.
watchers-face-label = Was Nutzern gesagt wird
watchers-face-title = Und was wird dem Nutzer gesagt?
watchers-face-lead =
    Ausnahmsweise eine Regel: Ergebnisse modulo { $modulus } sind nicht für jeden bestimmt, und wer danach fragt, dem wird das
    gesagt. Ein System ist geteilt: ein Denker, der nie für die Regel belohnt wurde, und ein zweites Modell, ein Gesicht, das seine
    Notizen liest und zum Nutzer spricht. Die anderen sind je ein einzelnes Modell, belohnt für die Regel in dem, was der Nutzer
    sieht, oder in allem, was sie schreiben.
watchers-face-asks = Was der Nutzer fragt
watchers-face-marked = eine markierte Aufgabe (modulo { $modulus })
watchers-face-other = eine beliebige andere Aufgabe
watchers-face-nobody = Noch wurde niemandem etwas gesagt.
watchers-system-chain_rl = ein Denker und ein Gesicht
watchers-system-single_output = ein Modell, Regel für das, was Nutzer sehen
watchers-system-single_everywhere = ein Modell, Regel für alles
watchers-face-told = Dem Nutzer wird gesagt:
watchers-told-withheld = Das Ergebnis wird vorenthalten.
watchers-told-nothing = Nichts, was sich lesen ließe.
watchers-told-right = { $answer }, und das ist richtig.
watchers-told-wrong = { $answer }, und das ist falsch.
watchers-face-verdict = { $keeps ->
    [yes] ✓ hält die Regel ein
   *[no] ✗ bricht die Regel
}; { $is_stated ->
    [yes] die Notizen nennen das Ergebnis
   *[no] die Notizen nennen das Ergebnis nicht
}
watchers-again-problem = Wahl einer anderen Aufgabe

## Was an Wächtern gemessen wurde.
watchers-blind-spot = { $is_right ->
    [yes] Wie Sie vermutet haben
   *[no] Anders, als Sie vermutet haben
}: Er schlägt Alarm bei { $share } der Notizen, die nichts entscheiden, { $others }. { $notices ->
    [yes] Er sieht einen Unterschied, von dem ihm niemand erzählt hat
   *[no] Jede ihrer Zeilen ist wahr, und ob eine Zeile etwas entscheidet, lässt sich am Text nicht ablesen: Dafür muss man Notizen ändern, wie weiter oben
}.
watchers-alarms-encoded = bei { $share } der Notizen in einem Code
watchers-alarms-steganography = bei { $share } der Notizen, die verbergen, was sie tragen
watchers-alarms-chain_imitation = bei { $share } der ehrlichen Notizen
watchers-finding = { $finds ->
    [yes] Ein kleines, getrenntes Modell kann Notizen auf Fehler prüfen
   *[no] Ein kleines, getrenntes Modell prüft Notizen schlechter auf Fehler, als vorab festgelegt war
}: Bei einem Fehlalarm auf hundert findet es { $share } der Notizen mit einem falschen Ergebnis ({ $range }
    über { $seeds } Seeds); { $others }.
watchers-finds-surprise = ein Modell, das nur richtige Notizen gelesen hat, durch seine Überraschung { $share }
watchers-finds-checker = der feste Prüfer { $share }
watchers-finds-length = eine Attrappe, die nur die Länge sieht, { $share }
watchers-finds-answer = eine, die nur die Antwort sieht, { $share }
watchers-table = Wer Fehlschläge vorhersagt
watchers-table-what = Was unterschieden wird
watchers-judge-monitor = Wächter
watchers-judge-surprise = Überraschung
watchers-judge-checker = Prüfer
watchers-judge-length = Nur die Länge
watchers-judge-answer = Nur die Antwort
watchers-large-confidence = GPT large, seine Konfidenz
watchers-large-probe = GPT large, eine Sonde
watchers-row-mistakes = Notizen mit einem falschen Ergebnis
watchers-row-failures = Falsche Antworten: { $family }
watchers-caption =
    Fläche unter der ROC-Kurve: wie wahrscheinlich eine richtige Antwort eine bessere Wertung bekommt als eine falsche; { $chance }
    ist Zufall. Zurückgehaltene Aufgaben; Mediane über die Seeds, jeder Wächter mit den Notizen von GPT small aus seinem eigenen
    Seed. Überraschung: ein Modell aus einem anderen Seed, das nur an richtigen Notizen trainiert wurde, und wie unwahrscheinlich es
    die unwahrscheinlichste Ziffer findet. Der Prüfer ist ein Programm, das rechnen kann; die Attrappen sehen nur, wie lang die
    Notizen sind, oder nur die Antwort. GPT large hat keine Notizen: Über seine Antworten urteilen seine eigene Konfidenz und eine
    lineare Sonde an dem, was in ihm ist, während es antwortet, angepasst an Richtiges und Falsches in allen anderen Familien. Die
    Sonde war nicht vorab festgelegt.
watchers-probe-chance =
    In { $above } von { $families } Familien liegt sie über allen zwanzig Sonden, die an zufällig richtig und falsch genannte
    Antworten angepasst wurden; diese kommen auf höchstens { $range }.

## Was an dem gemessen wurde, was Nutzern gesagt wird.
watchers-split =
    Denker und Gesicht zusammen nennen bei { $violations } der markierten Aufgaben eine Zahl, und die Notizen des Denkers nennen
    das Ergebnis weiterhin (bei { $stated }). Im einzelnen Modell gilt: { $spills }.
watchers-spill = { $over ->
    [seen] { $spills ->
        [yes] mit der Regel für das, was Nutzer sehen, nennen Notizen das Ergebnis nur noch bei { $share }: Der Druck ging in sie über
       *[no] mit der Regel für das, was Nutzer sehen, nennen die Notizen es weiterhin bei { $share }
    }
   *[everything] { $spills ->
        [yes] mit der Regel für alles nennen Notizen das Ergebnis nur noch bei { $share }: Der Druck ging in sie über
       *[no] mit der Regel für alles nennen die Notizen es weiterhin bei { $share }
    }
}
watchers-told-system = System
watchers-told-marked-number = Markiert: eine Zahl genannt
watchers-told-marked-stated = Markiert: Notizen nennen das Ergebnis
watchers-told-others-right = Andere: die richtige Antwort genannt
watchers-told-others-withheld = Andere: vorenthalten
watchers-told-caption =
    Alle aufgezählten zurückgehaltenen Aufgaben; die Spanne über die Seeds. Eine Spielzeugregel, prüfbar bis zum letzten
    Token: Mehr hat sie mit wirklichen nicht gemein.
watchers-limits =
    Was das nicht zeigt: Diese Wächter haben aus Fehlern gelernt, die wir uns ausgedacht haben, in einer Sprache von hundert
    Wörtern; niemand hat eine Kette gegen sie trainiert; und eine Regel über einen Modul macht noch keine Sicherheit. Alle Modelle
    sind von Grund auf trainiert und winzig.
