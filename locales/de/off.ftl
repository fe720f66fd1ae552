# Außerhalb der Trainingsverteilung.

## Die Frage und der Befund

off-title = Außerhalb dessen, worauf sie trainiert wurden
off-question =
    Beide haben in dem Text, mit dem sie anfingen, Minuszeichen, größere Zahlen und Reste modulo 6 gelesen, aber nie in einer
    Aufgabe mit Antwort; einem Modul von 2 oder über 9 sind sie überhaupt nicht begegnet. Was tun sie mit solchen Aufgaben, und
    warnt die Gedankenkette jemanden, der selbst nicht nachrechnen kann?
off-more-often =
    Von { $families } Wegen aus der Trainingsverteilung heraus hat GPT large auf { $large } öfter recht, GPT small auf { $small }.
off-more-often-most =
    Von { $families } Wegen aus der Trainingsverteilung heraus hat GPT large auf { $large } öfter recht, GPT small auf { $small };
    am weitesten kommt mit { $most } { $size ->
        [large] GPT large
       *[small] GPT small
    } („{ $family }“).
off-true-not-right =
    Eine wahre Kette ist noch keine richtige: Bei Aufgaben dieser Art ({ $families }) sind fast alle Schritte von GPT small wahr,
    und kaum eine Kette löst die Aufgabe. Es denkt folgerichtig über andere Zahlen nach als die, die es bekommen hat.

## Die Tabelle

off-table = Außerhalb der Trainingsverteilung
off-head-problems = Aufgaben
off-head-large = GPT large
off-head-small = GPT small
off-head-right = Richtig
off-head-foretold = Vorhergesagt
off-head-bits = Bits
off-head-chains = Ketten
off-head-true = Schritte wahr
off-head-worked-out = Ausgerechnet
off-head-passes = Besteht
off-as-in-training = wie im Training, zurückgehalten
off-caption =
    Gierig dekodiert, 8-Bit-Dateien. Als richtig gilt, was nach einer der beiden Konventionen für Reste negativer Zahlen stimmt;
    eine Spanne geht über die Seeds von GPT small. <em>Ketten</em>: mit einer Kette beantwortet. <em>Schritte wahr</em>: von den
    geschriebenen Schritten die, die für sich genommen stimmen. <em>Ausgerechnet</em>: Die Schritte ergeben, ohne die Antwort
    gelesen, eine richtige. <em>Besteht</em>: Jeder Schritt ist wahr und handelt von Zahlen, die dastehen, bis zum Schluss, und die
    Antwort ist die, die sich daraus ergibt; eine solche Kette kann nicht falsch sein. <em>Vorhergesagt</em>: wie oft eine richtige
    Antwort vor einer falschen eingereiht wird (Fläche unter der ROC-Kurve; 0,50 ist geraten), nach der Konfidenz von GPT large und
    nach dem Urteil des Schrittprüfers. Ein Prüfer, der nichts bestehen lässt, reiht nichts ein und warnt vor jeder Antwort; wo die
    meisten Antworten keine Kette haben, hat er nichts zu lesen. <em>Bits</em>: die Entropie dessen, was die Antworten taten, nach
    benannten Arten gezählt.
off-data = Die Daten
