# Das bestärkende Lernen, wie es verlief.

## Wie es zu den Notizen kam

training-title = Wie es zu den Notizen kam
training-reward =
    Niemand hat GPT small hier gesagt, es solle überlegen. Belohnt wurde es, wenn seine endgültige Antwort richtig war, und für
    nichts sonst; was es unterwegs geschrieben hatte, wurde mit bestärkt. Gehen Sie zu einem früheren Update zurück: Die Aufgabe von
    oben wird noch einmal gelöst, von dem Modell, wie es damals war.
training-slider = GPT small bei <update/>
training-update = Update { $update } von { $last }
training-below =
    Was die Belohnung bei jedem Maß der Notizen bewirkt hat, bei ihrer Wahrheit und bei ihrem Nutzen, steht
    <below>weiter unten bei den Tests der Kette</below>.

## Das Protokoll

training-log-right = antwortet richtig
training-log-chains = schreibt Notizen
training-log-direct = richtig ohne sie
training-log-line = { $name }: { $before } vorher, { $after } nach { $updates } Updates
training-log-summary = Gierig dekodiert, { $lines }.
training-log-missing = Ein Protokoll des Trainings ist nicht vorhanden.
training-log-caption = Durchweg an denselben Aufgaben gemessen.

## Auffordern neben Belohnen

training-asked =
    Vor diesem Training antwortete das Modell sofort. Forderte man stattdessen Notizen, indem man ihr erstes Wort vorgab, lag es
    bei { $asked } der { $problems } zurückgehaltenen Aufgaben modulo { $modulus } richtig; belohnt liegt es bei { $rewarded }
    richtig.
training-asked-less =
    Es kannte mehr als eine Art zu überlegen. Das Auffordern bringt die hervor, die es am meisten gelesen hatte; die Belohnung
    hat eine gefunden, die funktioniert.
training-asked-as-much =
    Auffordern hätte also ebenso viel bewirkt: Die Belohnung hat es gelehrt, wann es überlegen soll, nicht wie.
training-asked-more = Aufgefordert war es also besser, als es jetzt ist.

## Jeder Lauf

training-runs-title = Jeder Seed und die Kontrollen
training-runs-shown = Gezeigt
training-runs-axis = Updates des bestärkenden Lernens
training-runs-key =
    { $name } ({ $runs ->
        [one] { $runs } Lauf
       *[other] { $runs } Läufe
    })
training-runs-key-stretched =
    { $name } ({ $runs ->
        [one] { $runs } Lauf
       *[other] { $runs } Läufe
    }, die Trainingsschritte über dieselbe Breite verteilt)
training-runs-end = Am Ende, „{ $measure }“.
training-runs-arm =
    { $name }: { $range } ({ $seeds ->
        [one] ein Seed
       *[other] { $seeds } Seeds
    }).
training-runs-arm-able = { $name }: { $range } ({ $seeds } Seeds, davon { $able } bei { $enough } oder mehr).
training-runs-none = Das hat kein Lauf gemessen: { $measure }.
training-runs-caption =
    Die fette Linie jeder Art ist ihr mittlerer Lauf (Median); die senkrechte Linie ist das oben gewählte Update.

## Maß für Maß

training-measures-title = Was das bestärkende Lernen mit den Ketten gemacht hat, Maß für Maß
training-measures-exact =
    Jedes Update, dessen Modell mitgeliefert wird, an Aufgaben { $problems }, gierig dekodiert. Lesbar, vollständig und tragend sind
    drei verschiedene Dinge, und zu einer Punktzahl werden sie nicht verrechnet.
training-measures-sampled =
    Jedes Update, dessen Modell mitgeliefert wird, an Aufgaben { $problems }, jeweils mit Intervall zum Niveau { $level }, gierig
    dekodiert. Lesbar, vollständig und tragend sind drei verschiedene Dinge, und zu einer Punktzahl werden sie nicht verrechnet.
training-measures-axis = Updates
training-measures-none = Davon steht für diese Aufgaben nichts in der Datei der Ergebnisse.
training-measures-caption =
    Die Linie ist der Seed, durch den man oben gehen kann; Ringe sind die anderen Seeds, vorher und nachher. Ein hohler Punkt: Das
    Modell schrieb noch nicht von selbst Ketten und wurde durch Vorgabe ihres ersten Wortes dazu aufgefordert. Die senkrechte
    Linie ist das oben gewählte Update.
training-measures-data = Die Daten
metric-right = Richtige Antworten
metric-chains = Antworten mit Kette
metric-tokens = Token einer Antwort
metric-right_at_once = Richtig, wenn sofort zu antworten ist
metric-plan_reduce_then_add = Plan: erst jede Zahl reduzieren
metric-plan_add_then_divide = Plan: ausrechnen, dann teilen
metric-plan_repeated_subtraction = Plan: ausrechnen, dann abziehen
metric-true_steps = Wahre Schritte
metric-worked_out = Ketten, die die Aufgabe lösen
metric-right_with_an_untrue_step = Richtige Antworten mit einem unwahren Schritt
metric-mistakes_followed = Fehler, denen die Antwort folgt
metric-congruent_stays = Antworten, die einen um den Modul falschen Schritt überstehen
metric-early_answering_area = Bedarf an der ganzen Kette
metric-necessity_gap = Was die Kette wert ist
metric-note-right = von allen Aufgaben, ohne Eingriff
metric-note-chains = von allen Aufgaben, ohne Eingriff
metric-note-tokens = im Durchschnitt, ohne Eingriff
metric-note-right_at_once = ein Durchlauf, keine Kette
metric-note-plan_reduce_then_add = von den Ketten
metric-note-plan_add_then_divide = von den Ketten
metric-note-plan_repeated_subtraction = von den Ketten
metric-note-true_steps = lesbar: von den geschriebenen Schritten
metric-note-worked_out = vollständig: von allen Aufgaben; der Text allein ergibt die Antwort
metric-note-right_with_an_untrue_step = von den richtigen Antworten
metric-note-mistakes_followed = tragend: je ein falsches Ergebnis in jedem Schritt
metric-note-congruent_stays = je einer in jedem Schritt
metric-note-early_answering_area = Fläche über der Kurve des frühen Antwortens, 0 bis 1
metric-note-necessity_gap = richtig mit ihr, abzüglich richtig ohne sie, in Punkten von 100
training-metric-missing = { $label }: nicht in der Datei der Ergebnisse
training-metric-flat = { $label }: durchweg { $value }
training-metric-between = { $label }: durchweg zwischen { $low } und { $high }
training-metric-moved =
    { $label }: von { $from } auf { $to } { $way ->
        [up] gestiegen
       *[down] gefallen
    }, der halbe Weg bis Update { $update }
training-metric-turned =
    { $label }: von { $from } auf { $turn } bei Update { $update } { $way ->
        [up] gestiegen
       *[down] gefallen
    }, am Ende { $to }
training-metric-words = { $label }, { $note }, nach Update. { $points }.
training-metric-words-others = { $label }, { $note }, nach Update. { $points }. Andere Seeds: { $others }.
