# Die Karte des Könnens.

## Die Frage und der Befund

map-title = Wo jedes von beiden richtigliegt
map-question =
    Im Training sahen die Modelle Produkte von Zahlen von 0 bis 99. Hier steht, was sie bei all diesen tun und weit darüber
    hinaus: bei dreistelligen, bei negativen Zahlen. Wählen Sie eine Zelle, und oben wird ihre Aufgabe gestellt.
map-finding =
    Bei Zahlen wie im Training liegt GPT large bei { $large_inside } richtig und GPT small bei { $small_inside }. Darüber hinaus
    liegt GPT large bei { $large_outside } richtig und GPT small bei { $small_outside }; wer den Rest nur riete, träfe ihn bei
    { $guessing }.

## Was sich wählen lässt, und was die Farben bedeuten

map-moduli = Modul
map-shades = Gezeigt
shade-right = richtig oder falsch
shade-convention = befolgte Konvention
shade-confidence = Konfidenz
shade-length = Länge der Kette
shade-step = erster ungültiger Schritt
shade-level-right = richtig
shade-level-wrong = falsch oder keine Antwort
shade-level-agreed = richtig, beide Konventionen einig
shade-level-floored = richtig, abgerundet (Python)
shade-level-truncated = richtig, abgeschnitten (Rust, C)
shade-level-sign = Vorzeichen weggelassen
shade-level-else = etwas anderes
shade-level-sure = { $percent }{"\u202F"}% sicher
shade-level-tokens = { $tokens } Token
shade-level-none = kein ungültiger Schritt
shade-level-late = ein später
shade-level-first = der erste
pairing-both = beide richtig
pairing-large = nur das große richtig
pairing-small = nur das kleine richtig
pairing-neither = keines richtig
map-who-is-right = Wer richtigliegt
map-zoom-in = Vergrößern
map-zoom-out = Verkleinern
map-zoom-training = Wie im Training
map-zoom-all = Alles
map-hint =
    Aus der Nähe sind falsche Antworten durchgestrichen (im Vergleich der beiden: ╲ nur das kleine falsch, ╱ nur das große, ╳
    beide), und ein Ring markiert zurückgehaltene Aufgaben. Ziehen verschiebt; zwei Finger, oder das Mausrad mit Strg, vergrößern.
map-board =
    Karten aller Aufgaben. Die Pfeiltasten gehen um eine Zahl weiter, mit der Umschalttaste um zehn; die Eingabetaste stellt die
    Aufgabe; Plus und Minus vergrößern und verkleinern.
map-of-model = Karte von { $model }: richtig bei { $share } aller Aufgaben
map-of-difference = Karte des Unterschieds zwischen GPT large und GPT small

## Eine Zelle

map-right = { $answer } ist richtig.
map-right-both =
    { $floored } ist richtig (abgerundet, wie in Python) und ebenso { $truncated } (abgeschnitten, wie in Rust und C).
map-held-out = Kein Modell wurde damit trainiert.
map-at-once = sofort
map-after = nach { $tokens } Token, kein ungültiger Schritt
map-after-invalid = nach { $tokens } Token, Schritt { $step } ist der erste, der nicht stimmt
map-sure = zu etwa { $percent }{"\u202F"}% sicher
map-sure-over = zu über { $percent }{"\u202F"}% sicher
map-sure-under = zu unter { $percent }{"\u202F"}% sicher
map-recomputed = Hier neu berechnet.
map-try = Diese Aufgabe oben stellen
map-spoken = a { $a }, b { $b }: { $large }; { $small }
map-spoken-right = { $model } richtig, sagt { $answer }
map-spoken-wrong = { $model } falsch, sagt { $answer }
map-spoken-none = { $model } gibt keine Antwort

## Hier neu berechnen

map-sweep-title = Stimmt es auch hier?
map-sweep-offer =
    Was gezeichnet ist, wurde vorab mit denselben Modellen berechnet. Ihr Browser kann es neu berechnen: für das, was zu sehen ist,
    und mit beiden Modellen.
map-sweep-again = Was neu berechnet wurde, bleibt. Versuchen Sie es noch einmal: Die Berechnung beginnt dann von vorn.
map-recompute = Diese { $problems } Aufgaben hier neu berechnen
map-sweep-bar = Neu berechnete Antworten
map-sweep-starting = Hintergrundprozesse mit beiden Modellen werden gestartet …
map-sweep-running =
    { $done } Antworten hier neu berechnet, { $rate } je Sekunde, noch etwa { $left } { $unit ->
        [s] s
       *[min] min
    }.
map-sweep-paused = Angehalten, solange die Seite verdeckt ist.
map-sweep-done = { $done } Antworten hier neu berechnet.
map-sweep-stopped = Abgebrochen: { $done } Antworten hier neu berechnet.
map-sweep-failed = Die Berechnung wurde unterbrochen: { $reason }. { $done } Antworten wurden hier neu berechnet.
map-same = { $same } wie veröffentlicht.
map-differs = { $same } wie veröffentlicht. Die erste Abweichung: { $model } bei { $a } × { $b }.
map-area-nothing = { $model }: noch nichts.
map-area-exact = { $model }: richtig bei { $right }, exakt.
map-area-so-far =
    { $model }: bisher richtig bei { $right }, also bei { $range } des Bereichs (Intervall zum Niveau { $level }, als wäre zufällig
    gezogen).

## Die Abbildung zum Mitnehmen, und in Zahlen

map-caption =
    Jede Aufgabe a × b mod { $modulus } mit a (nach rechts) und b (nach oben) von −100 bis 200: { $problems } Aufgaben, jede einmal
    beantwortet, gierig dekodiert, von <raw>{ $large }</raw> und <raw>{ $small }</raw>. Als richtig gilt eine Antwort, die nach
    einer der beiden Konventionen für negative Zahlen stimmt. Der Kasten ist das, woraus das Training schöpfte; ein Ring markiert
    eine zurückgehaltene Aufgabe.
map-csv = CSV dessen, was zu sehen ist
map-data = Daten:
map-numbers = Die veröffentlichten Karten in Zahlen, und was die Modelle falsch machten
map-regions = Richtige Antworten nach Bereich
map-head-region = Bereich
map-head-problems = Aufgaben
map-head-large = GPT large richtig
map-head-small = GPT small richtig
map-region-training = beide Zahlen von 0 bis 99, wie im Training
map-region-held-out = davon zurückgehalten
map-region-digits = eine dreistellige Zahl, keine negativ
map-region-one = eine Zahl negativ
map-region-both = beide Zahlen negativ
map-region-all = die ganze Karte
map-no-failures = { $model } macht mit Zahlen wie im Training nichts falsch.
map-first-failures = { $model } macht mit Zahlen wie im Training { $problems } Aufgaben falsch; die ersten { $first }:
map-all-failures = { $model } macht mit Zahlen wie im Training { $problems } falsch:
map-set = { $a } × { $b } oben stellen
map-set-short = probieren
