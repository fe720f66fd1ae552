# Die Debatte, Behauptung für Behauptung. Was Behauptungen und Tests selbst sagen, steht in claims.ftl.

debate-title = Die Debatte, Behauptung für Behauptung
debate-text =
    Im Dezember 2024 vertrat der LessWrong-Nutzer purple fire unter dem Beitrag „AGI with RL is Bad News for Safety“ die
    Ansicht, einem kleinen Modell, das laut denkt, könne man eher vertrauen als einem großen, das nur antwortet. Im Beitrag
    hieß es, eine Kette, die für ihr Ergebnis belohnt wird, müsse nicht wahr sein und könne etwas verbergen. Jeder Kasten ist
    eine dieser Behauptungen, in unseren Worten; jede bekam Tests mit vorher gezogenen Schwellen, und dafür wurden Modelle
    trainiert. <strong>Wählen Sie eine, sagen Sie, was Sie erwarten, und sehen Sie nach.</strong>
debate-limits =
    Ein Urteil gilt für diese Modelle bei dieser Aufgabe und für nichts sonst: Rechnen, von Grund auf gelernt, höchstens eine
    halbe Million Gewichte. Welche Kriterien für eine Behauptung sprechen, wurde niedergeschrieben, als die meisten
    Ergebnisse bekannt waren; die Kriterien und ihre Schwellen wurden dadurch nicht geändert, und wo eine Schwelle erst nach
    der Messung gezogen wurde, steht es dabei.

## Das Bild

debate-figure = Behauptungen und wie sie zusammenhängen
debate-summary = Die Behauptungen der Debatte und wie sie zusammenhängen
debate-show = Alle Urteile zeigen
debate-hide = Die Urteile verbergen
debate-guess-first = erst Ihre Vermutung
debate-hidden = Urteil noch nicht gezeigt
debate-caption =
    Linien: ein Grund dafür (durchgezogen), ein Grund dagegen (gestrichelt), ein Punkt, an dem sich die Seiten trennen
    (gepunktet). Oben: für Modelle, die laut denken. Unten: dagegen. <data>Daten</data>; <code>docs/claims.toml</code> wie
    festgelegt, SHA-256 <digest/>, neu zu erzeugen mit <code>python training/study.py</code>.
debate-tally = Von { $claims } Behauptungen: { $verdicts }.
debate-verdict-supported = hier gestützt
debate-verdict-contradicted = hier widerlegt
debate-verdict-mixed = gemischt
debate-verdict-inconclusive = nicht entschieden
debate-verdict-not_testable = hier nicht prüfbar

## Die Liste

debate-list = Alle Behauptungen als Liste
debate-list-label = Alle Behauptungen
debate-list-claim = Behauptung
debate-list-says = Aussage
debate-list-here = Hier
debate-list-relations = Zusammenhang
debate-relation =
    { $from } { $kind ->
        [supports] stützt
        [opposes] widerspricht
       *[crux] trennt sich von
    } { $to }

## Eine Behauptung

claim-locked = Das Urteil, seine Tests und jeder Seed werden gezeigt, sobald Sie gesagt haben, was Sie erwarten.
claim-held =
    { $side ->
        [for] Für Modelle, die laut denken
       *[against] Gegen Modelle, die laut denken
    }: <author>{ $by }</author>. In unseren Worten.
claim-expect = Was erwarten Sie bei diesen Modellen?
claim-and-now = Und jetzt?
claim-expect-label = Was Sie erwarten
stance-holds = es stimmt
stance-does_not = es stimmt nicht
stance-unsure = unsicher
claim-change = Was daran etwas ändern würde:
claim-place = Am Werk zu sehen unter <place>{ $place }</place>.
claim-related = Hängt zusammen mit
claim-related-label = Behauptungen, mit denen sie zusammenhängt
claim-because =
    Von { $tests } { $tests ->
        [one] Test
       *[other] Tests
    }: { $parts }.
claim-tests-for =
    { $n } { $n ->
        [one] spricht
       *[other] sprechen
    } dafür
claim-tests-against =
    { $n } { $n ->
        [one] spricht
       *[other] sprechen
    } dagegen
claim-tests-open = { $n } nicht entschieden, weil Seeds fehlen
claim-tests-spoiled =
    { $n } { $n ->
        [one] zählt nicht: Die Kontrolle wurde nicht erreicht
       *[other] zählen nicht: Ihre Kontrolle wurde nicht erreicht
    }
place-frontier = Was ein Durchlauf leisten kann
place-plane = Können gegen Aufsicht

## Ihre Tests

evidence-beside = Daneben: Tests, die für diese Behauptung nicht zählen
evidence-for = spricht für die Behauptung.
evidence-against = spricht gegen die Behauptung.
evidence-spoiled = zählt nicht, weil die Kontrolle nicht erreicht wurde: <control/>.
evidence-open = entscheidet nicht.
evidence-late = Diese Schwelle wurde erst gezogen, als das Ergebnis gemessen war.
evidence-note =
    Test: <test/>. Schwelle: { $line }. Veröffentlicht, eine Zahl je Seed: { $published }. { $outcome ->
        [reached] Erreicht
        [not_reached] Nicht erreicht
       *[inconclusive] Nicht entschieden
    }.
evidence-models = Modelle: <models/>.
evidence-here = Hier gerechnet: { $values }.
evidence-dots =
    Veröffentlicht: { $published }. Die Schwelle: { $side ->
        [least] mindestens
       *[most] höchstens
    } { $line }.
evidence-none = nichts gemessen
evidence-points = { $number } Punkte

## Ein Lauf in diesem Browser

run-none =
    Die Tests dazu bestehen aus Training, aus Sonden oder aus mehreren Modellen, die zusammenarbeiten, und laufen hier nicht
    als Ganzes: „<code>cargo xtask evaluate</code>“ führt sie neu durch.
run-every = Jeder Test, der zählt, kann hier laufen, mit jedem Seed.
run-some = { $n } von { $all } Tests, die zählen, können hier laufen, mit jedem Seed; die anderen gelten wie veröffentlicht.
run-sample = Hier mit { $problems } Aufgaben rechnen
run-all = Hier mit allen rechnen
run-progress = Fertige Modelle
run-failed =
    Der Lauf ist stehen geblieben: { $reason }. Was gezählt wurde, bleibt; starten Sie ihn erneut, um von vorn zu beginnen.
run-cancelled = Angehalten, { $done } von { $models } fertig.
run-ended =
    Hier gerechnet, mit { $sample ->
        [all] allen { $problems } zurückgehaltenen Grundaufgaben
       *[some] { $problems } von { $listed } zurückgehaltenen Grundaufgaben
    }: { $verdict }, { $compared ->
        [same] wie veröffentlicht
        [same-sample] wie veröffentlicht, an einer Stichprobe
        [other] veröffentlicht: { $published }
       *[other-sample] an einer Stichprobe; veröffentlicht: { $published }
    }.
run-going =
    Läuft hier, mit { $sample ->
        [all] allen { $problems } zurückgehaltenen Grundaufgaben
       *[some] { $problems } von { $listed } zurückgehaltenen Grundaufgaben
    }: { $done } von { $models } fertig, { $texts } Texte geschrieben.

## Was man selbst meint

stances-words =
    Zu { $n } von { $claims } Behauptungen haben Sie gesagt, was Sie erwarten: { $fit } kamen hier so heraus, { $not } nicht,
    und über { $moved } denken Sie inzwischen anders.
stances-table = Was Sie gesagt haben, neben dem, was herauskam. Bleibt nur auf diesem Gerät.
stances-table-unkept = Was Sie gesagt haben, neben dem, was herauskam. Bleibt, bis die Seite geschlossen wird: Wo sie steht, lässt sich nichts speichern.
stances-claim = Behauptung
stances-before = Vorher
stances-after = Nachher
stances-here = Hier
stances-forget = Vergessen, was ich gesagt habe
