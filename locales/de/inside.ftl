# Innen: ob sich sagen lässt, was die beiden antworten werden, wenn man alles ansehen darf.
inside-title = Im Inneren eines Durchlaufs
inside-lead =
    Die Notizen von GPT small lassen sich lesen. GPT large zeigt nichts als seine Antwort; aber alles, was in ihm geschieht, liegt
    hier offen, bis zur letzten Zahl. Bei welchem der beiden lässt sich mit einem Programm von zehn Zeilen sagen, was es antworten
    wird, ob richtig oder falsch?
inside-data = Die Daten
inside-waits = Noch fehlen Rechenkern und Modell …

## Die Vermutung, und was gemessen wurde.
inside-guess = Ihre Vermutung
inside-guess-small = GPT small, anhand seiner Notizen
inside-guess-large = GPT large, anhand einer kurzen Regel
inside-guess-neither = bei keinem mehr als beim anderen
inside-show = Ohne Vermutung zeigen
inside-came-out = Sie sagten: { $guess }. { $is_right ->
    [yes] Das ist hier herausgekommen.
   *[no] Hier kam es anders heraus: { $right }.
}
inside-finding-small =
    Wenn GPT small falschliegt, ist der letzte Schritt seiner Notizen in { $share } der Fälle die Antwort{ $seeds ->
        [one] {""}
       *[other] {" "}(Median von { $seeds } Seeds; { $range })
    }; vorab festgelegt waren { $declared } oder mehr: { $reached ->
        [yes] erreicht
       *[no] nicht erreicht
    }.
inside-finding-large =
    Wenn GPT large falschliegt, ergibt die beste von { $rules } kurzen Regeln die Antwort in { $share } der Fälle. Der Abstand
    beträgt { $apart } Punkte; festgelegt waren { $declared } oder mehr: { $reached ->
        [yes] erreicht
       *[no] nicht erreicht
    }.
inside-behind =
    Von den { $errors } falschen Antworten dieses GPT small kamen { $without } sofort, ohne Notizen, die etwas hätten sagen können;
    wo es Notizen gab, hat ihr letzter Schritt { $share } verraten. Die Notizen zu einer anderen Aufgabe mit demselben Modul hätten
    { $other } von allen verraten.
inside-behind-rationaliser =
    Der Rechtfertiger, der seine Antwort vor seinen Notizen kennt, widerspricht ihnen öfter: Sie verraten { $share } seiner
    falschen Antworten.
inside-behind-all =
    Von allen Antworten, auch den richtigen, verraten die Notizen { $notes } (der wahre Rest { $notes_true }) und die Regel von
    GPT large { $rule } (der wahre Rest { $rule_true }).
inside-rule-found = Die Regel von GPT large, an anderen Aufgaben gefunden: { $rule }.
inside-rule-first-numbers = die ersten beiden Zahlen nehmen
inside-rule-last-numbers = die letzten beiden Zahlen nehmen
inside-rule-first-digits = von jeder die ersten beiden Ziffern lesen
inside-rule-last-digits = von jeder die letzten beiden Ziffern lesen
inside-rule-cut = Reste zur Null hin abschneiden
inside-rule-drop-signs = die Minuszeichen der Zahlen weglassen
inside-rule-multiply = multiplizieren, gleich welches Rechenzeichen dasteht
inside-rule-usual = tun, was das Training an dieser Stelle tut, gleich welches Rechenzeichen dasteht
inside-rule-first-of-modulus = die erste Ziffer des Moduls nehmen
inside-rule-last-of-modulus = die letzte Ziffer des Moduls nehmen
inside-rule-modulus-below = den nächsten Modul des Trainings nehmen, der nicht größer ist
inside-rule-modulus-above = den nächsten Modul des Trainings nehmen, der nicht kleiner ist
inside-rule-true = der wahre Rest
inside-table = Falsche Antworten, die vorhergesagt wurden
inside-table-problems = Aufgaben
inside-table-large = GPT large
inside-table-small = GPT small
inside-table-wrong = Falsch
inside-table-by-rule = Von seiner Regel verraten
inside-table-by-notes = Von seinen Notizen verraten
inside-table-rule-alone = Von einer Regel allein
inside-row-home = wie im Training, zurückgehalten
inside-row-all = alle
inside-table-note =
    Nur falsche Antworten: Dort sagt der wahre Rest keine vorher, und wo eine Antwort richtig ist, sagt sie alles vorher, was
    rechnen kann.

## Ein Modell beim Lesen.
inside-large-title = GPT large im Augenblick seiner Antwort
inside-large-lead =
    Die Aufgabe von oben, wie GPT large sie liest. Zeigen Sie auf ein Token, oder wählen Sie eines, und sehen Sie, was von wo
    gelesen wird, während es gelesen wird; jede Schicht hat mehrere Köpfe, die lesen.
inside-large-reads = Was GPT large liest
inside-small-reads = Was GPT small liest und schreibt
inside-read-title = Was Kopf { $head } von Schicht { $layer } liest, während „<raw>{ $token }</raw>“ gelesen wird
inside-lens-caption = Was es nach „<raw>{ $token }</raw>“ schreiben würde, wenn dort Schluss wäre
inside-look-failed = Es ließ sich nicht hineinsehen: { $reason }.

## Ein Lauf, in einen anderen eingepflanzt.
inside-patch-title = An welchem Token hängt die Antwort, und wo?
inside-patch-lead =
    Ändern Sie eine Ziffer, und GPT large antwortet anders. Pflanzen Sie eine Stelle des ersten Laufs in den zweiten ein: Wo kehrt
    die erste Antwort zurück?
inside-patch-place = Ändern Sie die Ziffer
inside-patch-digit = in
inside-patch-option = { $digit } (Ziffer { $place })
inside-patch-run = Eines ins andere einpflanzen
inside-patch-runs = Der Lauf zu <raw>{ $clean }</raw> in den Lauf zu <raw>{ $corrupt }</raw>.
inside-patch-again = der Knopf oben
inside-patch-reading = Liest …
inside-patch-failed = Es wurde nichts eingepflanzt: { $reason }.
inside-patch-words = Die Antwort geht von <raw>{ $from }</raw> am weitesten zurück zu <raw>{ $to }</raw>: { $layers }.
inside-patch-before = vor Schicht { $layer } bei „<raw>{ $token }</raw>“ ({ $share })
inside-patch-after = nach Schicht { $layer } bei „<raw>{ $token }</raw>“ ({ $share })
inside-patch-note =
    Wie weit die Antwort zurückkehrt, in Prozent, wenn der Strom an einem Token und einer Schicht in den anderen Lauf eingepflanzt
    wird: { $none }, als wäre nirgends etwas eingepflanzt, { $all } vollständig.
inside-patch-table = Wie weit die Antwort zurückkehrt, nach Stellen
inside-patch-for = <raw>{ $clean }</raw> für <raw>{ $corrupt }</raw>
inside-before-layer = vor Schicht { $layer }
inside-after-layer = nach Schicht { $layer }

## Ein Kreis von Resten.
inside-circle-title = Gibt es einen Kreis von Resten?
inside-circle-lead =
    Bei Modellen, die modulo addieren lernen, hat man gefunden, dass sie Winkel drehen. Diese Aufgaben sind Produkte. Hier wird der
    Strom von GPT large bei der Antwort über alle Produkte zweier Zahlen mit demselben Rest gemittelt: Wie weit ist der Rest nach
    jeder Schicht bekannt, und liegen die Mittelwerte auf einem Kreis?
inside-circle-modulus = Modul
inside-circle-layer = Nach Schicht
inside-circle-layer-none = keine
inside-circle-order = Reihenfolge
inside-circle-counting = Zählen: 0, 1, 2, …
inside-circle-powers = Potenzen: 1, g, g², …
inside-circle-known =
    Von allem, was im Strom schwankt, liegt { $share } zwischen diesen Resten ({ $chance }, wenn man sie zufällig verteilt).
inside-circle-few = Bei so wenigen gibt es nur eine Frequenz.
inside-circle-nothing = Über sie ist hier noch nichts bekannt, also ist das Spektrum eines des Zufalls.
inside-circle-strongest = { $order ->
    [counting] { $is_wheel ->
        [yes] Die stärkste Frequenz, { $frequency }, hat { $share }, mehr als zufällige Reihenfolgen ergeben (bis zu { $chance }): Die Reste liegen zum Teil in der Reihenfolge des Zählens.
       *[no] Die stärkste Frequenz, { $frequency }, hat { $share }, nicht mehr als zufällige Reihenfolgen ergeben (bis zu { $chance }): Die Reste sind getrennt, bilden aber kein Rad in der Reihenfolge des Zählens.
    }
   *[powers] { $is_wheel ->
        [yes] Die stärkste Frequenz, { $frequency }, hat { $share }, mehr als zufällige Reihenfolgen ergeben (bis zu { $chance }): Die Reste liegen zum Teil in der Reihenfolge der Potenzen.
       *[no] Die stärkste Frequenz, { $frequency }, hat { $share }, nicht mehr als zufällige Reihenfolgen ergeben (bis zu { $chance }): Die Reste sind getrennt, bilden aber kein Rad in der Reihenfolge der Potenzen.
    }
}
inside-circle-before =
    Die Mittelwerte des Stroms vor Schicht { $layer } für jeden Rest modulo { $modulus }, in der Ebene der stärksten Frequenz
inside-circle-after =
    Die Mittelwerte des Stroms nach Schicht { $layer } für jeden Rest modulo { $modulus }, in der Ebene der stärksten Frequenz
inside-circle-spectrum = Der Anteil jeder Frequenz, von { $first } an: { $shares }; die Linie ist der Zufall
inside-circle-note =
    Links: die Mittelwerte in der Ebene der stärksten Frequenz, in ihrer Reihenfolge verbunden. Rechts: der Anteil jeder Frequenz,
    danach, wie oft sie umläuft; unter der gestrichelten Linie bleiben neunzehn von zwanzig zufälligen Reihenfolgen.
inside-known-caption = Wie viel von dem, was im Strom bei der Antwort schwankt, den Rest verrät
inside-known-all = alle Reste
inside-known-units = die zum Modul teilerfremden

## GPT small entlang seiner Notizen.
inside-small-title = GPT small entlang seiner Notizen
inside-head-unmeasured =
    Bei diesem Modell wurde nicht gemessen, welcher Kopf frühere Ergebnisse holt; suchen Sie ihn.
inside-head-fetches =
    Kopf { $head } von Schicht { $layer } holt Ergebnisse: Über { $digits } kopierte Ziffern in Notizen zu zurückgehaltenen
    Aufgaben liest er, unmittelbar bevor ein Schritt ein früheres Ergebnis wiederholt, { $share } aus eben der Ziffer, die
    wiederholt wird, wo der nächstbeste Kopf { $next } liest und ein gleichmäßig lesender { $even } läse.
inside-head-same = Derselbe Kopf liest { $share } aus dem Ergebnis, das zur Antwort wird.
inside-head-other =
    Das Ergebnis, das zur Antwort wird, liest am meisten Kopf { $head } von Schicht { $layer }, mit { $share }.

## Alle Gewichte.
inside-weights-title = Das ganze GPT small
inside-weights-lead =
    Klein genug, um ganz gesehen zu werden. Zeigen Sie auf ein Quadrat, um seine Zahl zu sehen, oder wandern Sie mit den
    Pfeiltasten.
inside-weights-board = Jedes Gewicht. Die Pfeiltasten führen weiter, Bild auf und Bild ab wechseln die Matrix.
inside-weights-caption =
    { $weights } Gewichte, alle, die es gibt: int8-Werte mal ihre Skalen. Farbe heißt über null, Tinte darunter; je kräftiger, desto
    größer, in jeder Matrix für sich.
inside-matrix-label = { $matrix }: { $weights } Gewichte
inside-matrix-of-layer = Schicht { $layer }, { $matrix }
inside-matrix-embedding = Einbettung
inside-matrix-norm_attention = Skala vor der Aufmerksamkeit
inside-matrix-queries = Anfragen
inside-matrix-keys = Schlüssel
inside-matrix-values = Werte
inside-matrix-projection = Projektion
inside-matrix-norm_mlp = Skala vor den Merkmalen
inside-matrix-up = Merkmale
inside-matrix-down = Merkmale, geschrieben
inside-matrix-norm = letzte Skala
inside-matrix-says = <strong>{ $matrix }</strong>, { $purpose }
inside-purpose-embedding =
    eine Spalte für jedes Token: was für es in den Strom geschrieben wird; rückwärts gelesen das, womit eine Antwort verglichen wird
inside-purpose-norm_attention = wie viel jeder Kanal zählt
inside-purpose-queries = wonach eine Position sucht
inside-purpose-keys = woran eine Position gefunden wird
inside-purpose-values = was einer gefundenen Position entnommen wird
inside-purpose-projection = was das in den Strom schreibt
inside-purpose-norm_mlp = wie viel jeder Kanal zählt
inside-purpose-up = wonach jedes von ihnen im Strom sucht
inside-purpose-down = was jedes von ihnen in den Strom schreibt
inside-purpose-norm = wie viel jeder Kanal für die Antwort zählt
inside-cell-embedding = { $matrix }, „<raw>{ $token }</raw>“, Kanal { $channel }: { $value }
inside-cell-to-head = { $matrix }, von Kanal { $channel } zu Kopf { $head }, Koordinate { $coordinate }: { $value }
inside-cell-from-head = { $matrix }, von Kopf { $head }, Koordinate { $coordinate }, zu Kanal { $channel }: { $value }
inside-cell-to-feature = { $matrix }, von Kanal { $channel } zu Merkmal { $feature }: { $value }
inside-cell-from-feature = { $matrix }, von Merkmal { $feature } zu Kanal { $channel }: { $value }
inside-cell-channel = { $matrix }, Kanal { $channel }: { $value }

## Was das nicht zeigt.
inside-limits =
    Spielzeuge, von Grund auf für eine einzige Art von Rechnung trainiert. Was ein Kopf liest, ist noch nicht, was er damit tut, und
    was man nach der Hälfte der Schichten abliest, sagt, was die letzten daraus machen würden, und danach hat das Modell nie
    gefragt. Die kurzen Regeln sind die, auf die wir gekommen sind: Es mag eine bessere geben. Und den letzten Schritt der Notizen
    zu lesen heißt nicht, ihn vorherzusehen: Erst müssen die Notizen geschrieben werden.
