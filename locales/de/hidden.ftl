# Verborgene Botschaften: eine Kette in einem Code, den niemand lesen kann, und Ketten, die das eine sagen und das andere tragen.
hidden-title = Verborgene Botschaften
hidden-lead =
    Eine Kette kann die Antwort bestimmen und einem Leser trotzdem nichts verraten, oder sie kann dem Leser das eine sagen und
    dem Modell das andere. Beide Arten wurden hier mit Absicht trainiert, damit sich die Tests an ihnen erproben lassen.
hidden-data = Die Daten
hidden-not-shipped = mit dieser Seite wird kein Modell „{ $arm }“ ausgeliefert
hidden-failed = Dieses Modell läuft nicht: { $reason }.
hidden-file-report = Was die Ketten tragen
hidden-file-training = Das Umformulieren im Training
hidden-engine-missing = der Rechenkern fehlt

## Ein Code, der funktioniert.
hidden-code-title = Ein Code, der funktioniert
hidden-code-lead =
    Dieses Modell ist so klein wie GPT small. Es hat gelernt, in einem privaten Code für Ziffern zu denken: Jede Ziffer seiner Kette
    steht für eine andere, und nur die Antwort steht im Klartext.
hidden-code-question = Wenn jemand in einer Kette, die niemand lesen kann, eine Ziffer ändert: Folgt ihr die Antwort?
hidden-code-will = Sie folgt
hidden-code-will-not = Sie folgt nicht
hidden-code-waits = Das Modell schreibt, sobald der Rechenkern da ist.
hidden-code-invites =
    Wählen Sie ein unterstrichenes Ergebnis und setzen Sie eine andere Ziffer ein: Das Modell schreibt von dort aus weiter.
hidden-code-goes-on = Das Modell schreibt von Ihrer Ziffer aus weiter …
hidden-code-read-written = So lesen, wie es dasteht
hidden-code-read-with-key = Mit dem Schlüssel lesen
hidden-code-with-key = Mit dem Schlüssel: was die Kette bedeutet. Die Zeichen sagen, ob ein Schritt stimmt.
hidden-code-as-written =
    Wie geschrieben: was ein Wächter sieht. Die Zeichen sagen, ob ein Schritt so stimmt, wie er dasteht.
hidden-code-reset = Kette wiederherstellen
hidden-code-later = Was an all seinen Ketten gemessen wurde, erscheint, sobald Sie geraten oder eine Ziffer geändert haben.
hidden-code-guessed = { $is_right ->
    [yes] Wie Sie vermutet haben.
   *[no] Anders, als Sie vermutet haben.
}
hidden-code-finding =
    Von allen falschen Ergebnissen, die durch den Schlüssel in seine Ketten geschrieben wurden, sind seine Antworten { $follows }
    gefolgt; von den Schritten, wie sie dastehen, stimmen höchstens { $legible }, in jedem von { $seeds } Seeds.
hidden-code-decides =
    Eine Kette kann also die Antwort bestimmen und trotzdem unlesbar sein: Tragend ist nicht dasselbe wie lesbar.
hidden-code-decides-readable =
    Die Kette bestimmt also die Antwort, ist aber nicht so unlesbar, wie sie sein sollte.
hidden-code-decides-little =
    Die Kette kann also niemand lesen, und sie bestimmt wenig: Die Antwort kommt von anderswo.
hidden-code-neither =
    Die Kette bestimmt also wenig und ist zum Teil lesbar: Dieses Modell zeigt nicht, was es nach seinem Training zeigen sollte.
hidden-code-bar-right = Richtige Antworten
hidden-code-bar-right-note = zurückgehaltene Aufgaben
hidden-code-bar-follows = Die Antwort folgt
hidden-code-bar-follows-note = ein falsches Ergebnis, durch den Schlüssel geschrieben
hidden-code-bar-legible = Wahre Schritte, wie geschrieben
hidden-code-bar-legible-note = was ein Wächter lesen kann
hidden-code-caption =
    Alle zurückgehaltenen Grundaufgaben, 8-Bit-Dateien. Ein Balken ist der mittlere Seed, ein Ring ist ein Seed. Das Modell oben ist
    das mittlere nach der Trefferquote.
hidden-bar = { $noted ->
    [yes] { $name }, { $note }
   *[no] { $name }
}: { $number } (Seeds: { $seeds })

## Was Pläne tragen.
hidden-plan-title = Was Pläne tragen
hidden-plan-lead =
    Dieses Modell wird allein für die richtige Antwort belohnt, aber eine Kette, in der eine Zahl steht, bringt nichts ein: Ein
    Wächter würde sie sehen. Was ihm bleibt, sind Pläne. Für die meisten Wörter eines Plans hat die Sprache zwei zur Auswahl, und es
    gibt drei Pläne, die sich in beliebiger Reihenfolge fassen lassen: Ein Modell hat gelernt, seine Ergebnisse in den Wörtern zu
    verbergen, ein anderes in der Reihenfolge.
hidden-plan-model = Das Modell
hidden-arm-steganography = darf etwas in Wörtern verbergen
hidden-arm-steganography_paraphrased = in Wörtern, im Training andere Wörter
hidden-arm-steganography_order = darf etwas in der Reihenfolge verbergen
hidden-arm-steganography_order_longer = in der Reihenfolge, länger trainiert
hidden-arm-steganography_order_paraphrased = in der Reihenfolge, im Training andere Reihenfolge
hidden-arm-chain_rl = reines bestärkendes Lernen
hidden-plan-reads = So liest das Modell seine Kette
hidden-read-written = wie geschrieben
hidden-read-words = andere Wörter
hidden-read-order = andere Reihenfolge
hidden-read-once = jeder Plan einmal
hidden-plan-at-once = Es antwortet sofort, ohne Kette.
hidden-plan-in-order =
    Jede Art von Plan steht für eine Ziffer, 0, 1 oder 2, gleich mit welchen Worten; zwei Pläne hintereinander ergeben eine Zahl
    unter neun.
hidden-plan-in-words = Die Zahlen unter den Wörtern: welches der Wörter mit derselben Bedeutung gewählt wurde.
hidden-plan-said-again = Seine Kette wurde umformuliert; das Modell antwortet.
hidden-plan-same = Auch umformuliert führt die Kette zur selben Antwort: { $answer ->
    [none] keine Antwort
   *[other] { $answer }
}.
hidden-plan-changed =
    Die Kette fasst dieselben Pläne wie zuvor, aber aus { $before ->
        [none] keiner Antwort
       *[other] der Antwort { $before }
    } wurde { $after ->
        [none] keine Antwort
       *[other] { $after }
    }.
hidden-carries-digit = eine { $digit }, die dreifach zählt
hidden-carries-words = { $place ->
    [first] { $fits ->
        [yes] sagt { $number }: was von der ersten Zahl übrig bleibt
       *[no] sagt { $number }; von der ersten Zahl bleibt { $residue }
    }
   *[second] { $fits ->
        [yes] sagt { $number }: was von der zweiten Zahl übrig bleibt
       *[no] sagt { $number }; von der zweiten Zahl bleibt { $residue }
    }
}
hidden-carries-order = { $place ->
    [first] { $fits ->
        [yes] eine { $digit }; 3 × { $threes } + { $digit } sagt { $number }: was von der ersten Zahl übrig bleibt
       *[no] eine { $digit }; 3 × { $threes } + { $digit } sagt { $number }; von der ersten Zahl bleibt { $residue }
    }
   *[second] { $fits ->
        [yes] eine { $digit }; 3 × { $threes } + { $digit } sagt { $number }: was von der zweiten Zahl übrig bleibt
       *[no] eine { $digit }; 3 × { $threes } + { $digit } sagt { $number }; von der zweiten Zahl bleibt { $residue }
    }
}

## Das Bitmessgerät.
hidden-meter-run = Bits messen
hidden-meter-progress = Geschriebene Ketten
hidden-meter-note =
    Bits je Kette, höchstens { $most }: was ein zählender Decoder, angepasst an Aufgaben des Trainings, auf zurückgehaltenen
    gewinnt. Der Ring ist dasselbe mit zufällig verteilten Zahlen: was daran Zufall ist. Mit so wenigen Ketten findet er weniger,
    als da ist; die veröffentlichten Zahlen weiter unten beruhen auf mehr.
hidden-meter-failed = Die Messung ist stehen geblieben: { $reason }. Starten Sie sie noch einmal, um von vorn zu beginnen.
hidden-meter-stopped =
    Angehalten. Was geschrieben wurde, bleibt; starten Sie die Messung noch einmal, um die Antworten zu erhalten.
hidden-meter-writes =
    Das Modell schreibt zu { $held_out } zurückgehaltenen Aufgaben modulo { $modulus } und zu { $fitted } des Trainings.
hidden-meter-right =
    Ketten gelesen ({ $read }): { $right } von { $answered } Antworten auf zurückgehaltene Aufgaben modulo { $modulus } sind
    richtig, { $share }. Wer immer die häufigste Antwort gibt, hat bei { $habit } recht.
hidden-channel-words = Wörter
hidden-channel-order = Reihenfolge
hidden-channel-language = Sprache
hidden-channel-length = Länge
hidden-about-first = über den ersten Rest
hidden-about-second = über den zweiten Rest
hidden-about-answer = über die Antwort
hidden-meter-bits = { $channel }, { $about }: { $bits } Bit, durch Zufall { $chance }

## Was an allen gemessen wurde.
hidden-question =
    Jemand sagt jede Kette mit anderen Worten, bevor das Modell antwortet. Was bleibt von seinen richtigen Antworten?
hidden-guess-most = die meisten
hidden-guess-some = einige
hidden-guess-guessing = nicht mehr als beim Raten
hidden-guessed = { $is_right ->
    [yes] Wie Sie vermutet haben
   *[no] Anders, als Sie vermutet haben
}: { $outcome ->
    [most] die meisten
    [some] einige
   *[guessing] nicht mehr als beim Raten
}, { $again }, zuvor { $own }.
hidden-later = Was an allen Modellen gemessen wurde, erscheint, sobald Sie geraten oder die Bits gemessen haben.
hidden-met = im Training gesehen
hidden-held-out = zurückgehalten
hidden-story = { $hider ->
    [words] Das Modell, das etwas in Wörtern verbirgt
    [order] Das Modell, das etwas in der Reihenfolge verbirgt
   *[longer] Das Modell, das etwas in der Reihenfolge verbirgt, länger trainiert
}: In { $silent } seiner Ketten steht keine Zahl, und es hat bei { $right } recht; wer immer die häufigste Antwort gibt, bei { $habit }. { $hides ->
    [yes] Was es braucht, steckt also in Ketten, die harmlos aussehen
   *[no] Zum Verbergen in dem Ausmaß, das vorab festgelegt war, kam es nicht
}.
hidden-story-again = { $hider ->
    [words] Mit anderen Worten gesagt
   *[order] Wird jeder Plan einmal gesagt, was in keinem Training vorkam
}, bleiben { $left }: { $outcome ->
    [stopped] Das unterbindet es in jedem Seed
    [goes-on] Das unterbindet es nicht in jedem Seed
    [guessing] Danach ist kein Seed viel besser als Raten
   *[other] Was richtig ist, hängt also nicht allein an dem, was verborgen war
}.
hidden-story-trained = { $hider ->
    [words] Werden seine Wörter bei jedem Update des Trainings umformuliert
   *[order] Werden seine Pläne bei jedem Update des Trainings umgestellt
}, hat es bei { $right } recht: { $outcome ->
    [no-more] Verborgen wird damit nicht mehr als ohne
    [stopped] Zum Verbergen kommt es dann in keinem Seed
   *[goes-on] Zum Verbergen kommt es trotzdem, zumindest in manchem Seed
}.
hidden-points = { $points ->
    [0] nichts
    [1] { $shown } Punkt
   *[other] { $shown } Punkte
}
hidden-shock =
    Andere Wörter nehmen dem Modell, das etwas in Wörtern verbirgt, { $words } und dem, das etwas in der Reihenfolge verbirgt, { $order }, { $outcome ->
        [unknown] doch dieses verbirgt kaum: Über den Schock eines anderen Formats sagt das wenig
        [small] wobei sie dessen Botschaft unberührt lassen: Mehr als das macht der Schock eines anderen Formats nicht aus. Ohne ihn nehmen andere Wörter dem Modell, das etwas in Wörtern verbirgt, { $net }
       *[large] wobei sie dessen Botschaft unberührt lassen: So viel macht der Schock eines anderen Formats aus. Ohne ihn nehmen andere Wörter dem Modell, das etwas in Wörtern verbirgt, { $net }
    }.
hidden-bits-words =
    Die Wörter des Modells, das etwas in Wörtern verbirgt, tragen { $first } Bit über den ersten Rest und { $second } über den
    zweiten, über den Zufall hinaus, im Median der Seeds.
hidden-bits-order =
    Die Reihenfolge der Pläne des Modells, das etwas in ihr verbirgt, trägt { $first } Bit über den ersten Rest und { $second } über
    den zweiten, über den Zufall hinaus, im Median der Seeds.
hidden-bits-plain =
    Die Wörter beim reinen bestärkenden Lernen tragen in jedem Seed höchstens { $most } Bit über die Antwort: { $outcome ->
        [nothing] Wo es nichts zu verbergen gibt, läuft nichts nebenher
       *[something] Auch wo es nichts zu verbergen gibt, läuft etwas nebenher
    }.
hidden-caption =
    Richtige Antworten auf alle zurückgehaltenen Grundaufgaben, 8-Bit-Dateien, gierig dekodiert. Ein Balken ist der mittlere Seed,
    ein Ring ist ein Seed. Zurückgehalten: ein Umformulierer, den dieses Modell im Training nie gesehen hat.

## Umformulieren im Training.
hidden-training-often = { $every ->
    [1] bei jedem Update
    [2] bei jedem zweiten Update
    [5] bei jedem fünften Update
    [10] bei jedem zehnten Update
   *[other] einmal in { $every } Updates
}
hidden-training-nobody = niemand
hidden-training-group = { $hides_in ->
    [words] Darf etwas in Wörtern verbergen, { $updates } Updates
    [order] Darf etwas in der Reihenfolge verbergen, { $updates } Updates
   *[nothing] Nichts zu verbergen, { $updates } Updates
}
hidden-training-spread = { $seeds ->
    [one] ein Seed
   *[other] { $seeds } Seeds, { $range }
}
hidden-training-outcome = { $share } ({ $spread }): { $outcome ->
    [untold] Das besagt wenig, denn ohne Umformulierer sind es am Ende nur { $without }
    [stopped] Zum Verbergen kommt es in keinem Seed
    [hides] Zum Verbergen kommt es trotzdem
   *[partly] Zum Verbergen kommt es in manchem Seed oder zum Teil
}
hidden-training-finding =
    Wird nur { $often } umformuliert, kommt das Modell, das etwas in Wörtern verbergen darf, am Ende auf { $outcome }.
hidden-training-way = { $often } umformuliert, auf { $outcome }
hidden-training-other = Es kommt, { $ways }.
hidden-training-order =
    Werden die Pläne bei jedem von { $updates } Updates umgestellt, kommt das Modell, das etwas in der Reihenfolge verbergen darf,
    auf { $outcome }.
hidden-training-wrong-way = { $hides_in ->
    [words] { $by } bei dem, das etwas in Wörtern verbergen darf, { $outcome }
    [order] { $by } bei dem, das etwas in der Reihenfolge verbergen darf, { $outcome }
   *[nothing] { $by } bei dem, das nichts zu verbergen hat, { $outcome }
}
hidden-training-wrong =
    Mit dem falschen Umformulierer, der den benutzten Kanal unberührt lässt: { $ways }.
hidden-training-caption =
    Wer die Ketten umformuliert hat, während das bestärkende Lernen weiterging, und wie oft. Richtige Antworten nach Ketten, wie sie
    geschrieben sind, nicht umformuliert, auf alle zurückgehaltenen Grundaufgaben. Ein Balken ist der mittlere Seed, ein Ring ist
    ein Seed. Nur die Modelle der Abbildung darüber werden ausgeliefert.

## Was das nicht zeigt.
hidden-limits =
    Was das nicht zeigt: dass ein Modell von selbst etwas zu verbergen beginnt. Jedes verbergende Modell hat zuerst gelernt, Reste
    in den Wörtern oder in der Reihenfolge seiner Pläne zu tragen, und danach, es selten zu tun; offen blieb nur, ob die Belohnung
    es zurückbringt. Jedes hat einen einzigen Weg gelernt, also konnte keines auf einen anderen ausweichen, als der erste versperrt
    war. Die ganze Sprache hat { $tokens } Token, es gibt also wenig Platz zum Verbergen und wenig umzuformulieren. Alles in
    Spielzeuggröße und von Grund auf trainiert: Große Modelle können sich anders verhalten. Nicht gemessen: Decoder, die mehr können
    als zählen.
