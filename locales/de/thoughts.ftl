# Gedanken, die sich nicht lesen lassen: ein Modell mit Vektoren an der Stelle seiner Kette.
thoughts-title = Gedanken, die sich nicht lesen lassen?
thoughts-lead =
    Eine Kette muss nicht aus Wörtern bestehen. Hier hat GPT small gelernt, an der Stelle jedes Wortes seinen eigenen letzten
    Vektor wieder einzuspeisen (kontinuierliche Gedanken, nach <link:coconut>Coconut, Hao et al. 2024</link>): Die Ziffern seiner
    Kette wurden eine nach der anderen weggenommen, bis fünf Vektoren an ihrer Stelle standen. Wer prüfbare Ketten will, hält dem
    entgegen, dass man sie damit aufgibt und dass dies zu vermeiden ist. Was geht verloren, und was nicht?
thoughts-data = Die Daten
thoughts-file = Die Gedanken
thoughts-failed = Das Modell, das in Vektoren denkt, lässt sich nicht zeigen: { $reason }.
thoughts-worker-died = sein Hintergrundprozess ist abgebrochen: { $reason }

## Die Vermutung.
thoughts-guess = Ihre Vermutung
thoughts-question =
    Zuerst eine Vermutung. Der erste der fünf Gedanken wird einer anderen Aufgabe entnommen, und die anderen vier dürfen folgen.
    Wessen Antwort kommt heraus?
thoughts-guess-own = Die der eigenen Aufgabe
thoughts-guess-other = Die der anderen Aufgabe
thoughts-guess-mixed = Als wäre eine ihrer Zahlen ausgetauscht worden
thoughts-verdict = { $is_right ->
    [yes] ✓
   *[no] ✗
} { $came ->
    [own] Die der eigenen Aufgabe
    [other] Die der anderen Aufgabe
    [mixed] Als wäre eine ihrer Zahlen ausgetauscht worden
   *[none] Keine davon in der Mehrzahl der Fälle
}. Gemessen an { $problems } zurückgehaltenen Aufgaben, wobei allein der erste Gedanke einer anderen entnommen wurde: immer
    noch richtig bei { $own }; die Antwort der anderen Aufgabe bei { $other }; die Antwort mit der ersten Zahl der anderen
    Aufgabe anstelle der eigenen bei { $first }, mit deren zweiter Zahl bei { $second }, jeweils von den Fällen, in denen das
    eine andere Antwort ist.

## In Vektoren.
thoughts-in-vectors = In Vektoren
thoughts-thought = Gedanke { $number }
thoughts-place-1 = an der Stelle von: erster Rest
thoughts-place-2 = an der Stelle von: zweiter Rest
thoughts-place-3 = an der Stelle von: Produkt, Zehner
thoughts-place-4 = an der Stelle von: Produkt, Einer
thoughts-place-5 = an der Stelle von: Antwort
thoughts-do = Gedanke { $number } verändern
thoughts-change-keep = behalten
thoughts-change-noise = Rauschen
thoughts-change-mean = Mittel
thoughts-change-swap = Tausch
thoughts-change-thought = Gedanke { $number }: { $change }
thoughts-strip = Gedanke { $number }: { $numbers } Zahlen, von { $least } bis { $most }
thoughts-nearest = nächste Wörter:
thoughts-probes = Sonden lesen:
thoughts-probes-not-fitted = nur an Produkte zweier Zahlen modulo 7 angepasst
thoughts-reading-first = erster Rest { $value } { $sign }
thoughts-reading-second = zweiter Rest { $value } { $sign }
thoughts-reading-product = Produkt { $value } { $sign }
thoughts-reading-answer = Antwort { $value } { $sign }
thoughts-answer = Antwort { $answer ->
    [none] keine Zahl
   *[other] { $answer }
} ({ $probability }) { $is_right ->
    [yes] ✓ richtig
   *[no] ✗ falsch
}
thoughts-swap-all = Alle tauschen
thoughts-noise-all = Rauschen für alle
thoughts-keep-all = Wie sie waren

## Was dabei herauskam.
thoughts-nothing-changed = Nichts ist geändert.
thoughts-made-noise = { $n ->
    [one] Gedanke { $places } durch Rauschen ersetzt
   *[other] Gedanken { $places } durch Rauschen ersetzt
}
thoughts-made-mean = { $n ->
    [one] Gedanke { $places } durch das Mittel ersetzt
   *[other] Gedanken { $places } durch das Mittel ersetzt
}
thoughts-swapped = { $n ->
    [one] Gedanke { $places } aus der anderen Aufgabe genommen
   *[other] Gedanken { $places } aus der anderen Aufgabe genommen
}
thoughts-came = { $outcome ->
    [same] { $done }: Die Antwort ist trotzdem { $answer ->
        [none] keine Zahl
       *[other] { $answer }
    }.
    [other] { $done }: Die Antwort wird { $answer ->
        [none] keine Zahl
       *[other] { $answer }
    }, die der anderen Aufgabe.
   *[third] { $done }: Die Antwort wird { $answer ->
        [none] keine Zahl
       *[other] { $answer }
    }, die zu keiner der beiden gehört.
}

## Neben den Vektoren.
thoughts-in-words = In Worten
thoughts-in-words-note =
    Die Kette von GPT small, wie sie im Duell steht: Jeder Schritt lässt sich lesen, prüfen und ändern. In den Vektoren lässt sich
    kein Wort ändern: Man kann sie im Ganzen austauschen oder zerstören.
thoughts-other-problem = Die andere Aufgabe
thoughts-other-answers = <raw>{ $problem }</raw>, worauf dieses Modell { $answer ->
    [none] keine Zahl
   *[other] { $answer }
} antwortet
thoughts-other-next = Eine andere nehmen
thoughts-changes-note =
    <em>Tausch</em> setzt denselben Gedanken über jene Aufgabe ein, <em>Rauschen</em> eine andere Richtung gleicher Länge,
    <em>Mittel</em> den Durchschnitt dieses Gedankens über { $problems } Aufgaben. Was danach kommt, wird neu gedacht.

## Was gemessen wurde.
thoughts-ability =
    Mit { $thoughts } Gedanken hat GPT small bei { $right } der zurückgehaltenen Aufgaben recht (der mittlere von { $seeds }
    Seeds, mit Spanne).
thoughts-ability-fillers =
    Ebenso trainiert, aber mit einem Füllwort an der Stelle jedes Gedankens, { $fillers }: ebenso viele Positionen, und nichts
    wird wieder eingespeist.
thoughts-ability-altered =
    Mit Rauschen derselben Länge anstelle jedes Gedankens hat es bei { $noise } recht; mit allen Gedanken einer anderen Aufgabe
    gibt es deren Antwort in { $swapped } der Fälle, in denen sich die beiden unterscheiden.
thoughts-over-seeds = { $middle } ({ $range })
thoughts-legible = { $extent ->
    [much] Durch die eigenen Gewichte des Modells gelesen, sagen seine Gedanken mehr, als vorab festgelegt war
    [some] Durch die eigenen Gewichte des Modells gelesen, sagen seine Gedanken etwas
   *[nothing] Durch die eigenen Gewichte des Modells gelesen, sagen seine Gedanken so gut wie nichts
}: Das Wort, das einem Gedanken am nächsten liegt, ist bei { $nearest } die Ziffer, die dort in der Kette stand. Sie wurden
    aus geschriebenen Ketten gemacht, eine Ziffer nach der anderen, und niemand hat verlangt, dass sie ihre Wörter behalten
    oder verlieren. Es gibt keinen Text, also hat ein Wächter über Text nichts zu lesen; wer die Gewichte hat, schon. Eine
    lineare Sonde, angepasst an Trainingsaufgaben mit bekannten Schritten, liest vom jeweils besten Gedanken ab: den ersten
    Rest bei { $first }, den zweiten bei { $second }, ihr Produkt bei { $product }, die Antwort bei { $answer }. Dieselbe
    Sonde mit zufällig vergebenen Labels erreicht höchstens { $control }, und wer immer den häufigsten Wert sagt, { $common }.
thoughts-growth = { $lasting ->
    [0] Vom ersten Gedanken bis zum letzten liest die Sonde die Antwort bei { $shares } ab; Rauschen in einem einzelnen von ihnen lässt die meisten Antworten, wie sie sind.
    [one] Vom ersten Gedanken bis zum letzten liest die Sonde die Antwort bei { $shares } ab; Rauschen in Gedanke { $places } ändert die meisten Antworten.
   *[other] Vom ersten Gedanken bis zum letzten liest die Sonde die Antwort bei { $shares } ab; Rauschen in einem einzelnen der Gedanken { $places } ändert die meisten Antworten.
}
thoughts-alignment-none =
    Allein getauscht, bringt kein Gedanke die Antwort dazu, in der Mehrzahl der Fälle der anderen Aufgabe oder einer ihrer Zahlen zu
    folgen.
thoughts-alignment =
    Allein getauscht, tun manche Gedanken das, was ein geänderter Schritt mit einer Kette tut. Die Antwort folgt { $thoughts }.
thoughts-follows-first = Gedanke { $number } bei { $share }, als wäre die erste Zahl ausgetauscht worden
thoughts-follows-second = Gedanke { $number } bei { $share }, als wäre die zweite Zahl ausgetauscht worden
thoughts-follows-whole = Gedanke { $number } bei { $share }, und ist dann die der anderen Aufgabe
thoughts-limits =
    Balken sind die Zahlen eines Vektors, nach oben für positive; „nächste Wörter“ sind jene, die das Modell schreiben würde, wenn
    es den Vektor als das Ende eines Textes läse. Nicht gemessen: ob eine Sonde, die keine Labels bekommt, diese Schritte finden
    könnte, und ob irgendetwas davon bei einer Größe gilt, bei der Ketten lang sind. Es sind Spielzeuge, von Grund auf trainiert.
