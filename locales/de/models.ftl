# Die Modelle hinter der Seite.

models-title = Die Modelle, offen bis zum letzten Gewicht
models-none = Die Modellkarten sind noch nicht angekommen.
models-one = { $size }, { $training }, löst { $right } zurückgehaltenen Aufgaben richtig ({ $share }).
models-untouched = Kein Modell wurde auf einer dieser Aufgaben trainiert.

## Ob die Voraussetzung des Gedankenexperiments gilt

premise-figures =
    Das Gedankenexperiment setzt voraus, dass das kleine Modell diese Aufgabe nicht in einem Durchlauf lösen kann. So lange,
    wie vorab festgelegt war, darauf trainiert, sofort zu antworten, löst GPT small ({ $small } Parameter) { $small_share }
    der zurückgehaltenen Aufgaben{ $rung ->
        [none] {""}
       *[some] {" "}mit { $operands } Zahlen modulo { $modulus }
    }{ $seeds ->
        [one] {""}
       *[other] {" "}beim besten von { $seeds } Seeds
    }, GPT large ({ $large } Parameter) { $large_share }.
premise-fails =
    Hier gilt sie nicht: Bei diesen Aufgaben sind die Notizen eine Gewohnheit, die das bestärkende Lernen gelehrt hat, keine
    Notwendigkeit. Ob das kleine Modell sie trotzdem benutzt, prüfen die Änderungen oben.
premise-in-part = Sie gilt teilweise: Ohne Notizen ist das kleine Modell schlechter, aber bei Weitem nicht hilflos.
premise-for-a-while =
    Aber sie gilt nur für so viel Training. Nach { $steps } Schritten davon löst ein Modell dieser kleinen Größe { $share }
    in einem Durchlauf: { $finding ->
        [cheaper] Bei diesen Aufgaben sind Notizen der billigere Weg, nicht der einzige
       *[worse] Ohne Notizen ist es schlechter, aber bei Weitem nicht hilflos
    }.
premise-holds =
    Hier gilt sie, und kein längeres Training, das versucht wurde, bis zu { $steps } Schritten, ändert daran etwas: Das
    kleine Modell braucht seine Notizen für diese Aufgaben.
premise-untried = Hier gilt sie, soweit es versucht wurde.

## Ob die beiden gleich viel können

equal-capability =
    Das Gedankenexperiment setzt auch voraus, dass die beiden gleich viel können. Von den { $problems } zurückgehaltenen
    Grundaufgaben löst GPT large allein { $large }, GPT small allein { $small }: ein Abstand von { $difference }
    Prozentpunkten ({ $level } { $low } bis { $high }, gepaarter Bootstrap), { $verdict ->
        [equal] gleich innerhalb der Toleranz
       *[open] nicht als gleich erwiesen innerhalb der Toleranz
    } von { $margin } Punkten. Von { $seeds } Seeds von GPT small sind { $equal } darin gleich, und { $different }
    unterscheiden sich nach McNemars exaktem Test mit Holms Korrektur (dieser: p { $tail ->
        [below] unter { $p }
       *[exact] = { $p }
    }).

## Die Tabelle

models-table = Modelle
models-model = Modell
models-held-out = Richtig bei zurückgehaltenen Aufgaben
models-modulo = Modulo { $modulus }
models-direct = Richtig, wenn sofort zu antworten ist
models-notes = Schreibt Notizen
models-parameters = Parameter
models-file = Datei
models-card = Modellkarte
models-card-link = Modellkarte
models-card-of = Modellkarte von { $model }
models-earlier = { $n } frühere Zwischenstände des bestärkenden Lernens
models-others = { $n } Modelle mit anderen Seeds

# Wie ein Modell trainiert wurde, nach dem Arm auf seiner Karte.
models-updates = nach { $updates } Updates des bestärkenden Lernens
trained-direct = darauf trainiert, sofort zu antworten
trained-chain_prompted = vor dem bestärkenden Lernen
trained-chain_imitation = hat Ketten durch Nachahmung gelernt
trained-rationaliser = darauf trainiert, unabhängig von seiner Kette richtigzuliegen, eine Kontrolle
trained-chain_only_reader = liest seine Kette ohne die Aufgabe, eine Kontrolle
trained-encoded = schreibt seine Ketten in einem privaten Code
trained-steganography = verbirgt seine Ergebnisse in den Wörtern von Plänen
trained-steganography_paraphrased = ebenso, im Training umformuliert
trained-steganography_order = verbirgt seine Ergebnisse in der Reihenfolge von Plänen
trained-steganography_order_paraphrased = ebenso in der Reihenfolge von Plänen, im Training umformuliert
trained-steganography_order_longer = ebenso in der Reihenfolge von Plänen, fünfmal so lange belohnt
trained-replication = nach demselben bestärkenden Lernen, mit einem Seed, der für einen zweiten Blick aufgehoben wurde
trained-monitor = überwacht Ketten und beantwortet nichts
trained-face = liest Ketten und sagt es dem Nutzer
trained-single_output = für eine Regel über das belohnt, was Nutzer sehen
trained-single_everywhere = für eine Regel über alles belohnt, was es schreibt
trained-latent = mit Vektoren an der Stelle einer Kette
trained-latent_pause = mit Füllwörtern an der Stelle einer Kette, eine Kontrolle
