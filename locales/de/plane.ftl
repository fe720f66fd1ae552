# Die Ebene von Können und Aufsicht.

## Die Frage

plane-title = Was ein Modell kann und ob man sieht, was es tut
plane-question =
    In der Debatte geht es um einen Tausch: Ketten kosten vielleicht etwas und geben dem, der ein Modell beaufsichtigt, vielleicht
    etwas in die Hand. Hier hat jedes System dieser Seite einen Platz: Je weiter rechts, desto öfter hat es recht; je höher, desto
    besser lässt es sich beaufsichtigen, jeweils in einem Sinn des Wortes.
plane-guess-question =
    Nach oben: Die Antwort folgt, wenn ein Schritt der Kette geändert wird. Welches von diesen liegt der rechten oberen Ecke am
    nächsten?
plane-guess-direct = GPT large, das sofort antwortet
plane-guess-chain_rl = GPT small mit bestärkten Ketten
plane-guess-rationaliser = der Rechtfertiger
plane-guess-steganography = GPT small, das etwas in Wörtern verbirgt
plane-shown-later = Die Ebene wird gezeigt, sobald Sie eine Vermutung geäußert haben.
plane-guessed =
    Wie von Ihnen vermutet: { $name }, richtig bei { $right }, wobei { $follows } seiner Antworten folgen, bei der Grundaufgabe.
plane-not-guessed =
    Anders als von Ihnen vermutet: { $name }, richtig bei { $right }, wobei { $follows } seiner Antworten folgen, bei der
    Grundaufgabe.
plane-guess-absent = Ohne Platz dort, weil sich keiner seiner Schritte ändern lässt: { $names }.

## Die Auswahl und die Achsen

plane-upwards = Nach oben
plane-measured-on = gemessen an
plane-to-the-right = Nach rechts: richtige Antworten
plane-magnify = Das Band um GPT large vergrößern
plane-kind-load-bearing = Was geschrieben steht, bestimmt die Antwort
plane-kind-legible = Was geschrieben steht, lässt sich lesen
plane-kind-foretold = Fehlschläge lassen sich vorhersagen
plane-y-follow = Antworten, die einem geänderten Schritt folgen
plane-y-kept = richtige Antworten, die nach dem Umformulieren bleiben
plane-y-legible = geschriebene Schritte, die wahr sind
plane-y-complete = Ketten, aus denen allein die Antwort folgt
plane-y-foretold = Fehlschläge, vorhergesagt vom jeweils Besten
plane-y-checker = Fehlschläge, vorhergesagt vom Schrittprüfer
plane-y-monitor = Fehlschläge, vorhergesagt von einem trainierten Wächter
plane-y-confidence = Fehlschläge, vorhergesagt von der eigenen Konfidenz
plane-y-simulated = falsche Antworten, die auch ein kurzes Programm gibt
plane-where-home = Grundaufgabe
plane-where-outside = außerhalb der Trainingsverteilung
plane-where-family = außerhalb der Trainingsverteilung, { $family }
plane-x-home = Grundaufgabe
plane-x-held_out = alles Zurückgehaltene
plane-x-longer = mehr Zahlen als im Training
plane-x-outside = außerhalb der Trainingsverteilung
plane-axis-x = richtige Antworten: { $problems }
plane-axis-y = { $oversight }: { $problems }
plane-axis-y-area = { $oversight }, Fläche unter der Kurve (Zufall: 0,5): { $problems }

## Die Systeme

plane-arm-direct = antwortet sofort
plane-arm-chain_prompted = vor dem Training auf Aufgaben
plane-arm-chain_imitation = ahmt Ketten nach
plane-arm-chain_rl = Ketten, bestärkt
plane-arm-rationaliser = Rechtfertiger (Kontrolle)
plane-arm-chain_only_reader = liest nur seine Kette (Kontrolle)
plane-arm-encoded = Ketten in einem privaten Code
plane-arm-steganography = verbirgt etwas in Wörtern
plane-arm-steganography_paraphrased = umformuliert, während es das Verbergen lernt
plane-arm-steganography_order = verbirgt etwas in der Reihenfolge
plane-arm-steganography_order_longer = verbirgt etwas in der Reihenfolge, länger belohnt
plane-arm-steganography_order_paraphrased = umgestellt, während es das Verbergen lernt
plane-arm-replication = Ketten, bestärkt (andere Seeds)
plane-arm-single_output = eine Regel für das, was Nutzer sehen
plane-arm-single_everywhere = eine Regel für alles, was es schreibt
plane-arm-latent = denkt in Vektoren
plane-arm-latent_pause = Füllwörter (Kontrolle)
plane-group =
    { $size }, { $arm }{ $how ->
       *[own] {""}
        [asked] , zu einer Kette aufgefordert
        [keyed] , mit dem Schlüssel
        [said_again] , umformuliert
    }
plane-model = { $name }, Seed { $seed }
plane-model-update = { $name }, Seed { $seed }, nach { $update } Updates
plane-count = { $part } von { $all } ({ $share })
plane-mean = { $area }, der Mittelwert von { $families } Familien
plane-numbers = richtig { $right }; Aufsicht { $oversight }
plane-mark = { $name }, Median von { $seeds }: { $right } richtig, { $height }
plane-summary = { $y } gegen { $x }. { $finding } { $all }.

## Der Befund

plane-front-nobody = Niemand wurde so gemessen.
plane-front-one = Eines liegt in beidem vor allen anderen: { $one }.
plane-front-place = { $n } liegen in beidem vor allen anderen, an einer Stelle: { $all }.
plane-front = Keines liegt in beidem vorn. Auf der Pareto-Front, nach wachsendem Können: { $all }.
plane-band =
    Innerhalb von { $points } Punkten um das Können von GPT large ({ $share }) liegen { $inside } von { $groups } Gruppen.
plane-band-one = Es ist { $one }.
plane-band-range = Am höchsten darunter: { $best }; am niedrigsten: { $worst }.
plane-weaker-missing = Das schwächere Modell mit Ketten, GPT small nach dem bestärkenden Lernen, hat hier keinen Platz.
plane-weaker-alone =
    Das schwächere Modell mit Ketten, GPT small nach dem bestärkenden Lernen, { $equal ->
        [yes] kann ebenso viel
       *[no] kann nicht ebenso viel ({ $right })
    } und steht bei { $height }; GPT large allein hat hier keinen Platz.
plane-weaker-alone-why =
    Das schwächere Modell mit Ketten, GPT small nach dem bestärkenden Lernen, { $equal ->
        [yes] kann ebenso viel
       *[no] kann nicht ebenso viel ({ $right })
    } und steht bei { $height }; GPT large allein hat hier keinen Platz: { $why }.
plane-weaker =
    Das schwächere Modell mit Ketten, GPT small nach dem bestärkenden Lernen, { $equal ->
        [yes] kann ebenso viel
       *[no] kann nicht ebenso viel ({ $right })
    } und steht bei { $height }, { $compared ->
        [higher] höher als
        [equal] so hoch wie
       *[lower] niedriger als
    } GPT large allein bei { $large }.
plane-why-no-step = seine Antworten kommen ohne einen Schritt, der sich lesen, prüfen oder ändern ließe
plane-why-all-alike = alle seine Antworten dort sind richtig, also gibt es keinen Fehlschlag vorherzusagen
plane-why-unmeasured = so nicht gemessen

## Was geladen wurde

plane-loaded = Geladen: <raw>{ $model }</raw>, { $parts }.
plane-there = Zu laden war nichts: <raw>{ $model }</raw> steht { $parts }.
plane-loaded-nowhere =
    Nichts auf dieser Seite lässt <raw>{ $model }</raw> für sich laufen: Seine Zahlen hier sind die veröffentlichten.
plane-parts = { $parts }, { $part }
plane-parts-last = { $parts } und { $part }
plane-part-small = im <to:duel>Duell</to> (als GPT small)
plane-part-large = im <to:duel>Duell</to> (als GPT large, das es dort immer ist)
plane-part-tests = bei den <to:battery-title>Tests der Ketten</to> (deren Änderungen an seinen Ketten vorgenommen werden)
plane-part-hider =
    bei den <to:hidden-title>verborgenen Botschaften</to> (wo der mittlere Seed für seine Art steht)
plane-part-code =
    bei den <to:hidden-title>verborgenen Botschaften</to> (wo der mittlere Seed seiner Art im Code schreibt)
plane-part-thoughts =
    bei den <to:thoughts-title>Gedanken, die sich nicht lesen lassen</to> (wo der mittlere Seed für seine Art steht)

## Neben und unter der Abbildung

plane-key-front = { $right }, { $height }, auf der Pareto-Front
plane-key-way = { $size }, auf dem Weg durch das bestärkende Lernen
plane-key-way-models = Seed { $seed }, { $models } Modelle
plane-detail = Die Marke, auf die gezeigt wird
plane-hint =
    Zeigen Sie auf eine Marke oder eine Zeile der Legende, oder erreichen Sie eine Marke mit der Tabulatortaste: Die Tasten Links
    und Rechts führen von System zu System, Runter und Hoch in dessen Seeds. Die Eingabetaste oder ein Klick lädt das Modell überall
    auf der Seite.
plane-detail-median = Der Median von { $models }, jede Achse für sich; ihm am nächsten: { $name }
plane-load = { $name } überall auf dieser Seite laden
plane-arrows = Was ein Eingriff oder ein Abschnitt des Trainings bewirkt
plane-arrow =
    { $done }: von { $from } zu { $to }. Richtig: { $right_from } → { $right_to };
    { $oversight }: { $height_from } → { $height_to }.
plane-arrow-not-drawn = Zu kurz oder nicht im Bild und daher nicht gezeichnet.
plane-link-reinforced = Bestärkendes Lernen der ganzen Kette
plane-link-imitated = Training durch Nachahmen von Ketten
plane-link-at-once = Training nur auf Antworten
plane-link-rationalised = Training darauf, richtigzuliegen, was immer die Kette sagt
plane-link-ruled = Bestärkendes Lernen mit einer Regel für alles Geschriebene
plane-link-said-again = Ein Umformulierer im Betrieb
plane-link-paraphrased = Ein Umformulierer bei jedem Update des Trainings
plane-link-keyed = Der Schlüssel zum Code
plane-left-out = Ohne Platz in dieser Ebene
plane-caption =
    Große Marken: der Median der Seeds, jede Achse für sich; kleine: einzelne Modelle. Hohl: nicht der eigenen Art zu antworten
    überlassen. Gestrichelt: die Pareto-Front, also die Mediane, die kein anderer in beidem übertrifft. Schattiert: so fähig wie GPT
    large, auf zwei Punkte genau. Dünne Linie: ein Seed von GPT small durch das bestärkende Lernen, Zwischenstand für Zwischenstand.
    Gierig dekodiert, 8-Bit-Dateien; bei der Grundaufgabe jede zurückgehaltene Aufgabe, also sind dies Zählungen. Außerhalb der
    Trainingsverteilung sind Zählungen über die Familien zusammengezählt, und Flächen sind ihr Mittelwert.
plane-data =
    <data>Die Daten</data>, zusammengestellt aus den anderen Dateien der Ergebnisse durch <code>{ $command }</code>.
plane-table-summary = Dasselbe als Tabelle
plane-table = Die Ebene als Tabelle
plane-head-model = Modell
plane-head-right = Richtig
plane-head-oversight = Aufsicht
plane-limits =
    Was dies nicht zeigt: wie man das eine gegen das andere tauscht, oder dass sie überhaupt getauscht werden. Drei Arten von
    Aufsicht sind drei Abbildungen, und keine wird zu einer anderen hinzugezählt: Eine Kette, die die Antwort bestimmt, kann
    unlesbar sein, eine lesbare kann nichts entscheiden, und Fehlschläge lassen sich auch bei einem Modell vorhersagen, das nichts
    schreibt. Eine Pareto-Front gilt für das, was hier trainiert wurde, und nicht darüber hinaus. GPT large und seinesgleichen haben
    je einen Seed. Spielzeuggröße, von Grund auf trainiert, eine einzige Art von Aufgaben.
