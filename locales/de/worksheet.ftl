# Ein Arbeitsblatt und seine Lösungen.
sheet-print = Drucken
sheet-leave = Zur Seite
sheet-running = Die Modelle rechnen noch …
sheet-name = Name ______________________ Klasse __________ Datum __________
sheet-key-title = Lösungen: { $lesson }
sheet-problems =
    Rechne die richtige Antwort aus. Kreuze dann an, wer deiner Meinung nach recht haben wird: GPT large, die sofort antwortet, oder
    GPT small, die zuerst Notizen schreibt. Öffne die Seite, gib jede Aufgabe ein und schreib auf, was herauskommt.
sheet-problems-key =
    Was die Modelle antworten, von der Seite ausgerechnet, als dieses Blatt entstand; die Notizen sind die von GPT small.
sheet-problem = Aufgabe
sheet-right = Richtige Antwort
sheet-predict-large = GPT large
sheet-predict-small = GPT small
sheet-came = Was herauskam
sheet-guess = ☐ richtig ☐ falsch
sheet-either = { $one } oder { $other }
sheet-home = wie im Training
sheet-figure =
    Wie viele von hundert Aufgaben jede richtig löst. Schraffiert: GPT large, gemessen. Zeichne in die leeren Balken, was du von
    GPT small erwartest, und vergleiche dann mit der Seite.
sheet-figure-key = Wie viele von hundert Aufgaben jede richtig löst, gemessen. Schraffiert: GPT large. Gepunktet: GPT small.
sheet-questions = Vorhersagen, laufen lassen, erklären
sheet-foot =
    Zwei Spielzeugmodelle, von Grund auf für eine Art Rechnen trainiert: Was für sie gilt, muss für große nicht gelten.
