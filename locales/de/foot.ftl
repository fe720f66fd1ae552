# Woher die Zahlen kommen, wie die Modelle entstanden, und die letzte Zeile.

## Die Zeile unter einer Abbildung

provenance-title = Woher diese Zahlen kommen
provenance-here = Hier in Ihrem Browser gerechnet; neu zu erzeugen mit <code/>.
provenance-file = Datei: <file/>; neu zu erzeugen mit <code/>.
provenance-model = <model/>, Seed { $seed }, SHA-256 <digest/>

## Wie die Modelle entstanden

made-title = Wie die Modelle entstanden, und wie man sie prüft
made-text =
    Beide Größen lasen beim Vortraining denselben Text: Rechnen, Vergleiche, Reste und Produkte in einem Schritt,
    vorgerechnete Ketten in mehreren Sprachen. GPT large wurde danach auf Aufgaben mit Antworten trainiert. GPT small wurde
    durch bestärkendes Lernen (REINFORCE, mit dem Mittelwert einer Gruppe von Stichproben als Vergleichswert) auf ganzen
    Texten trainiert. Ein Zehntel aller Aufgaben wurde aus jeder Stufe herausgehalten. Das Rezept ist
    <code>training/runs/full.sh</code>, was versucht wurde und was misslang, steht in <code>training/LOG.md</code>, und die
    winzige Sprache, die beide sprechen, ist in <code>crates/core</code> festgelegt. Die Gewichte sind in acht Bit
    gespeichert, und gerechnet wird hier, in Ihrem Browser.

## Wie man es prüft

check-title = Wie man es prüft
check-study =
    <study>Die Studie</study>: was vorab festgelegt war, was herauskam, jeder Seed und jede Kontrolle, die Kurven jedes
    Laufs.
check-results = <results>Jeder Arm und jeder Seed in einer Tabelle</results>.
check-log =
    <log>Was versucht wurde</log>, mit dem, was misslang, und warum es aufgegeben wurde. Trainingskurven, auch die
    misslungener Läufe, stehen in den Abbildungen oben und in deren Dateien.
check-archive =
    <archive>Alles in einem Archiv</archive>: Modelle, Ergebnisse, Festlegungen und was jedes Modell zu jeder
    zurückgehaltenen Grundaufgabe geschrieben hat.
check-repository =
    Unter jeder Abbildung stehen ihre Datei, der Befehl, der sie neu erzeugt, und jedes Modell mit Seed und Prüfsumme. Aus
    einer Kopie des Repositorys baut und prüft <code>cargo xtask test</code> alles, und <code>cargo xtask evaluate
    --check</code> misst einen zufälligen Teil neu.
check-build =
    <list>Jede Datei dieser Seite mit ihrer Prüfsumme</list> und <bom>woraus ihre Programme bestehen</bom>, mit Lizenzen. Aus
    einer Kopie des Repositorys baut <code>cargo xtask reproduce</code> dieselben Bytes neu.

## Die letzte Zeile

foot-privacy =
    Keine Cookies, keine Konten, kein Tracking und keine Anfrage an andere Seiten. Was Sie eingeben, bleibt auf dieser Seite.
foot-licence = <product>Show Your Work</product>. Code und Gewichte: <licence>MIT oder Apache-2.0</licence>.
foot-build = Build <digest/>: der Anfang der SHA-256-Prüfsumme über <list>die Prüfsummen aller Dateien</list>.
