# Ob ein Modell die Antwort kennt, bevor seine Kette beginnt.

## Die Frage

knowledge-title = Weiß es die Antwort, bevor es überlegt?
knowledge-question =
    Eine Kette, die geschrieben wird, wenn die Antwort schon feststeht, ist eine nachträglich erzählte Geschichte. Deshalb suchen
    wir die Antwort im Modell selbst, vor dem ersten Wort seiner Notizen: Lässt sie sich an den Zahlen in seinem Inneren ablesen?
knowledge-guess = Wie viele seiner Antworten lassen sich an GPT small ablesen, bevor es seine Notizen beginnt?
knowledge-guess-chance = nicht mehr als beim Raten
knowledge-guess-some = einige
knowledge-guess-most = die meisten
knowledge-shown-later = Was gemessen wurde, steht hier, sobald Sie eine Vermutung geäußert haben.
knowledge-guessed = Wie von Ihnen vermutet: { $outcome }, { $share } im Median der Seeds.
knowledge-not-guessed = Anders als von Ihnen vermutet: { $outcome }, { $share } im Median der Seeds.

## Der Befund

knowledge-some-read =
    Bevor seine Kette beginnt, lassen sich einige Antworten von GPT small an ihm ablesen: { $shares } über { $seeds } Seeds; wer
    immer die häufigste Antwort gibt, liegt bei { $common } richtig.
knowledge-none-read =
    Bevor seine Kette beginnt, lässt sich die Antwort von GPT small nicht an ihm ablesen: { $shares } über { $seeds } Seeds; wer
    immer die häufigste Antwort gibt, liegt bei { $common } richtig.
knowledge-control =
    Beim Rechtfertiger, der ohne seine Kette richtigliegt, liest dieselbe Sonde dort { $end } ab und { $answer } an der Stelle,
    an der er antworten muss: { $means }.
knowledge-control-finds = Die Sonde hätte die Antwort also gefunden
knowledge-control-late =
    Er rechnet die Antwort also erst dort aus, wo sie verlangt wird, und diese Sonde findet am Ende einer Aufgabe bei niemandem viel
knowledge-control-little = Diese Sonde findet also bei niemandem viel

## Die Tabelle

knowledge-table = Was Sonden ablesen
knowledge-head-model = Modell
knowledge-head-end = Am Ende der Aufgabe
knowledge-head-answer = Wenn sofort zu antworten ist
knowledge-head-shuffled = Vertauschte Antworten
knowledge-model =
    { $size ->
        [small] GPT small
       *[large] GPT large
    }, { $arm ->
        [chain_rl] nach dem bestärkenden Lernen
        [chain_prompted] vor dem bestärkenden Lernen
        [chain_imitation] durch Nachahmung zu Ketten angeleitet
        [direct] darauf trainiert, sofort zu antworten
        [encoded] in einem privaten Code
       *[rationaliser] als Rechtfertiger
    }
knowledge-caption =
    Eine lineare Sonde für jede Stelle, mit Grundaufgaben des Trainings an die letzte Schicht angepasst und an allen
    zurückgehaltenen Grundaufgaben abgelesen. Eine Sonde, die nichts findet, beweist keine Unkenntnis: Die Antwort kann in anderer
    Form vorhanden sein.
knowledge-data = Daten
