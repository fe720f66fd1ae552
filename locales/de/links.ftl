# Was an einem Link nicht verstanden wurde, und was stattdessen gezeigt wird.

link-problem = Die Aufgabe in diesem Link, „{ $value }“, wurde nicht verstanden: Stattdessen wird { $instead } gezeigt.
link-model = Das Modell in diesem Link, „{ $value }“, wurde nicht verstanden: Stattdessen wird das übliche verwendet.
link-change = Die Änderung in diesem Link, „{ $value }“, wurde nicht verstanden: Die Kette bleibt, wie sie ist.
link-seed = Der Seed in diesem Link, „{ $value }“, wurde nicht verstanden: Stattdessen wird { $instead } verwendet.
link-temperature =
    Die Temperatur in diesem Link, „{ $value }“, wurde nicht verstanden: Genommen werden die wahrscheinlichsten Token.
link-frontier =
    Der Modul für die Grenze eines Durchlaufs in diesem Link, „{ $value }“, wurde nicht verstanden: Alle Moduln werden
    zusammen gezeigt.
link-measure = Das Maß in diesem Link, „{ $value }“, wurde nicht verstanden: Gezeigt wird „{ $instead }“.
link-battery-model = Das Modell der Tests in diesem Link, „{ $value }“, wurde nicht verstanden: Gezeigt wird das übliche.
link-battery-family =
    Die Familie der Tests in diesem Link, „{ $value }“, wurde nicht verstanden: Gezeigt werden die Aufgaben wie im Training.
link-map-modulus = Der Modul der Karte in diesem Link, „{ $value }“, wurde nicht verstanden: Gezeigt wird { $instead }.
link-map-shade = Die Farbe der Karte in diesem Link, „{ $value }“, wurde nicht verstanden: Gezeigt wird „{ $instead }“.
link-claim = Die Behauptung in diesem Link, „{ $value }“, wurde nicht verstanden: Gezeigt wird die erste.
link-plane-x = Das Können der Ebene in diesem Link, „{ $value }“, wurde nicht verstanden: Gezeigt wird die Grundaufgabe.
link-plane-y =
    Die Aufsicht der Ebene in diesem Link, „{ $value }“, wurde nicht verstanden: Gezeigt werden die Antworten, die einer
    Änderung folgen.
link-plane-at = Die Aufgaben der Ebene in diesem Link, „{ $value }“, wurden nicht verstanden: Gezeigt werden die üblichen.

## Die Query, vor dem Hash

link-figure = Die Abbildung in diesem Link, „{ $value }“, wurde nicht verstanden: Gezeigt wird die ganze Seite.
link-place = Die Abbildung in diesem Link, „{ $value }“, wurde nicht verstanden: Die Seite öffnet sich am Anfang.
link-theme = Das Farbschema in diesem Link, „{ $value }“, wurde nicht verstanden: Ihres wird verwendet.
link-language = Die Sprache in diesem Link, „{ $value }“, wurde nicht verstanden: Ihre wird verwendet.
link-lesson = Die Lektion in diesem Link, „{ $value }“, wurde nicht verstanden: Die Seite wird ohne Lektion gezeigt.
link-worksheet = Das Arbeitsblatt in diesem Link, „{ $value }“, wurde nicht verstanden: Gezeigt wird die Seite.
link-hidden =
    Die Liste ausgeblendeter Bedienelemente in diesem Link, „{ $value }“, wurde nicht verstanden: Nur die bekannten werden
    ausgeblendet.
link-wish = { $name } in diesem Link, „{ $value }“, wurde nicht verstanden: Der Wert gilt als 0.
