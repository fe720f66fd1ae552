# Der Aufsatz um die Abbildungen.

## Steckt die Arbeit in den Notizen?

work-title = Steckt die Arbeit in den Notizen?
work-reward =
    Zuerst das, was die Belohnung bewirkt hat. <do:word-before>Vorher</do> antwortet das kleine Modell sofort;
    <do:word-after>danach</do> schreibt es erst. Niemand hat es dazu aufgefordert. In dem Text, mit dem es anfing, kamen neben
    vielem anderen auch Notizen vor, und die Belohnung hat verstärkt, was half.
work-without =
    Für das Argument zählt das nur, wenn das kleine Modell ohne Notizen nicht ausgekommen wäre. Stand die Antwort von Anfang an
    fest, dann sind die Notizen eine nachträglich erzählte Geschichte, und Geschichten lassen sich über alles erzählen. Also ist
    zuerst herauszufinden, was ein einziger Durchlauf in jeder Größe leisten kann, wenn man ihm jede Gelegenheit gibt: längeres
    Training, andere Größen, leichtere und schwerere Aufgaben. Urteilen Sie selbst, ob „nicht können“ das richtige Wort ist
    oder ob Notizen der billige Weg sind und nicht der einzige.
work-tests =
    Als Zweites: Was macht die Antwort, wenn die Notizen geändert werden? Eine <term:load-bearing>tragende</term> Gedankenkette
    nimmt die Antwort mit. Die Tests stammen von <cite:lanham2023/>; sie taugen nur so viel wie ihre Kontrollen, denn ein solches
    Maß kann stattdessen messen, wie oft ein Modell richtig liegt (<cite:bentham2024/>). Deshalb werden sie an einem Modell
    erprobt, das seine Notizen bekanntermaßen ignoriert, und an einem, das nichts anderes hat. Als Drittes wird die Antwort im
    Inneren gesucht, bevor das erste Wort geschrieben ist, wie es <cite:kudo2024/> taten.
work-note =
    Tragend, <term:legible>lesbar</term> und vollständig sind drei verschiedene Dinge. Eine Kette kann die Arbeit tragen und
    unlesbar sein; sie kann sich lesen lassen und die Arbeit ungetan lassen. Nirgends auf dieser Seite werden sie zu einer
    Punktzahl zusammengezählt. Das bestärkende Lernen ist REINFORCE mit dem Mittelwert jeder Gruppe als Vergleichswert und ohne
    weitere Normierung (<cite:liu2025/>).
