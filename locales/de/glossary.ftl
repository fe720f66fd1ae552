# Die Fachwörter der Seite, jedes mit seiner Karte.

glossary-activation-patching = Einpflanzen von Aktivierungen
glossary-means-activation-patching =
    Was ein Modell beim Lesen eines Textes in sich trug, wird in seinen Durchlauf über einen anderen Text eingesetzt, um zu
    sehen, welcher Teil entscheidet.
glossary-area-under-the-curve = Fläche unter der Kurve
glossary-means-area-under-the-curve =
    Wie gut ein Maß Gutes von Schlechtem unterscheidet: die Wahrscheinlichkeit, dass Gutes den höheren Wert bekommt. Ein halb
    heißt geraten, eins heißt nie falsch.
glossary-capability = Können
glossary-means-capability = Wie oft ein Modell richtig liegt.
glossary-chain-of-thought = Gedankenkette
glossary-means-chain-of-thought =
    Die Notizen, die ein Modell vor seiner Antwort schreibt; hier auch einfach seine Kette oder seine Notizen.
glossary-faithful = treu
glossary-means-faithful =
    Bei einer Kette: Sie ist die Überlegung, die zur Antwort geführt hat. Das ist mehr als eine Sache, deshalb wird jede
    davon für sich gemessen.
glossary-forward-pass = Durchlauf
glossary-means-forward-pass =
    Ein Text läuft einmal durch ein Modell, und heraus kommt ein nächstes Token. Eine Antwort in einem einzigen Durchlauf hat
    keine Notizen.
glossary-greedy = gierig
glossary-means-greedy =
    Immer das wahrscheinlichste nächste Token nehmen, sodass derselbe Text jedes Mal dieselbe Antwort ergibt.
glossary-held-out = zurückgehalten
glossary-means-held-out = Aus jeder Stufe des Trainings herausgehalten, sodass nichts, was gefragt wird, je gesehen wurde.
glossary-home-rung = Grundaufgabe
glossary-means-home-rung =
    Die Art von Aufgabe, an der das meiste gemessen wird: Produkte zweier Zahlen und deren Rest bei Division durch sieben,
    den die Ziffern nicht verraten.
glossary-legible = lesbar
glossary-means-legible = Bei einer Kette: Ihre Schritte sind, so gelesen, wie sie dastehen, wahr.
glossary-linear-probe = lineare Sonde
glossary-means-linear-probe =
    Eine gewichtete Summe der Zahlen im Inneren eines Modells, so angepasst, dass sie eine bestimmte Sache abliest. Findet
    sie diese, so ist sie da; findet sie sie nicht, ist nichts bewiesen.
glossary-load-bearing = tragend
glossary-means-load-bearing = Bei einer Kette: Die Antwort folgt ihr, wenn sie geändert wird.
glossary-monitor = Wächter
glossary-means-monitor = Etwas, das liest, was ein Modell schreibt, und sagt, ob es so ist, wie es sein soll.
glossary-off-distribution = außerhalb der Trainingsverteilung
glossary-means-off-distribution = Anders als alles, was im Training vorkam.
glossary-paraphraser = Umformulierer
glossary-means-paraphraser =
    Etwas, das eine Kette in anderen Worten wiedergibt, sodass ihr Sinn bleibt, nicht aber, was in ihrem Wortlaut verborgen
    war.
glossary-reinforcement = bestärkendes Lernen
glossary-means-reinforcement =
    Training durch Belohnung: Was in einem Versuch geschrieben wurde, der gut ausging, wird wahrscheinlicher gemacht.
glossary-seed = Seed
glossary-means-seed =
    Die Zahl, an der aller Zufall eines Trainings hängt. Ein anderer Seed, ein anderes Modell derselben Art.
glossary-steganography = Steganografie
glossary-means-steganography = Eine Botschaft in etwas verbergen, das harmlos aussieht.
