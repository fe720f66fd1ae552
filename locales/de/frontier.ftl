# Was ein Durchlauf kann und was eine Kette bringt.

## Die Frage, und was sich wählen lässt

frontier-title = Was ein Durchlauf kann und was eine Kette bringt
frontier-question =
    Wie groß muss ein Modell sein, um ein Produkt oder eine Summe von Produkten auszurechnen und sofort den Rest zu nennen, und wie
    groß, wenn es Notizen schreiben darf? Für beides wurden Modelle verschiedener Größe trainiert, ausgehend von einem, das Reste in
    einem Schritt schon gelesen hat (das erste Feld zeigt, was davon blieb); jeder Lauf ist ein Punkt. Wählen Sie eine Marke, und
    oben wird eine Aufgabe dieser Art gestellt.
frontier-moduli = Modul
frontier-moduli-all = alle
frontier-arm-direct = ein Durchlauf
frontier-arm-chain = mit Kette
frontier-key-chain = mit Gedankenkette
frontier-still-gaining = am Ende noch steigend
frontier-numbers =
    { $n ->
        [1] eine Zahl
        [2] zwei Zahlen
        [3] drei Zahlen
        [4] vier Zahlen
       *[other] { $n } Zahlen
    }
frontier-with-numbers =
    { $n ->
        [1] mit einer Zahl
        [2] mit zwei Zahlen
        [3] mit drei Zahlen
        [4] mit vier Zahlen
       *[other] mit { $n } Zahlen
    }

## Der Befund

frontier-nothing = Noch wurde nichts gemessen.
frontier-modulus = Modul { $modulus }. { $finding }
frontier-direct-every = { $with } genügt ein Durchlauf bei jeder Größe hier
frontier-direct-from = { $with } genügt ein Durchlauf ab { $parameters } Parametern
frontier-direct-partly = { $with } genügt ein Durchlauf bei { $parameters } Parametern, aber nicht bei jeder größeren Zahl
frontier-direct-nowhere = { $with } kommt keine der trainierten Größen in einem Durchlauf über { $most }
frontier-direct-not-yet = { $with } ist bisher keine der trainierten Größen in einem Durchlauf über { $most } gekommen
frontier-direct-none = { $with } keine über { $most }
frontier-chain-enough = mit Kette genügen { $parameters } Parameter für { $numbers }
frontier-chain-nowhere = mit Kette kommt keine der trainierten Größen { $with } über { $most }
frontier-chain-not-yet = mit Kette ist bisher keine der trainierten Größen { $with } über { $most } gekommen
frontier-alone = Nur auf diesen einen Modul trainiert, in einem Durchlauf: { $clauses }.
frontier-alone-enough = { $parameters } Parameter genügen für { $numbers }
frontier-alone-none = { $numbers }, keine Größe über { $most }

## Die Felder

frontier-mark = { $parameters } Parameter, { $arm }, { $numbers }: { $share } richtig
frontier-mark-gaining = { $parameters } Parameter, { $arm }, { $numbers }: { $share } richtig, am Ende noch steigend
frontier-summary = Richtig bei zurückgehaltenen Aufgaben ({ $numbers }): { $arms }.
frontier-summary-arm = { $arm } { $shares }
frontier-summary-none = { $arm } nicht trainiert
frontier-summary-share = { $share } bei { $parameters } Parametern
frontier-untrained = Nicht trainiert: { $arms }.
frontier-untrained-any = { $arm } in jeder Größe
frontier-untrained-at = { $arm } bei { $sizes }
frontier-caption-marks =
    Jede Marke ist der Lauf ihrer Versuchsreihe, der auf Trainingsaufgaben am besten abschnitt ({ $marks } Marken); die blassen
    Punkte sind alle Läufe der Reihen ({ $dots } Punkte).
frontier-caption-more =
    Alle zeigen, wozu so viel Training geführt hat, und mehr kann mehr bewirken: Manche Läufe standen lange still und lernten am
    Ende doch.
frontier-caption-hollow =
    { $hollow } der Marken sind hohl: Diese Läufe stiegen am Ende noch, oder sie wurden zu selten betrachtet, um das zu sagen.
frontier-caption-facts =
    Zu einer einzelnen Zahl gibt es keine zurückgehaltenen Aufgaben: Ihre { $problems } Aufgaben waren alle im Training.
frontier-caption-modulus = Nur Aufgaben mit dem Modul { $modulus } zählen.

## Die Marke, auf die gezeigt wird

frontier-detail = Die Marke, auf die gezeigt wird
frontier-hint =
    Zeigen Sie auf eine Marke, oder erreichen Sie eine mit der Tabulatortaste und den Pfeiltasten, um ihre Läufe zu sehen.
frontier-size = { $parameters } Parameter: { $layers } Schichten der Breite { $width }
frontier-right = { $share } richtig: { $part } zurückgehaltenen Aufgaben.
frontier-right-facts = { $share } richtig: { $part } Aufgaben, die alle im Training waren.
frontier-right-modulus = Modul { $modulus }: { $share }. Alle Moduln zusammen: { $all }
frontier-not-measured = nicht gemessen
frontier-rest-learned =
    Gelernt: Nach { $steps } Schritten liegt es bei { $share } einer Stichprobe seiner Trainingsaufgaben richtig.
frontier-rest-unknown = Zu selten betrachtet, um zu sagen, ob der Lauf zur Ruhe gekommen war.
frontier-rest-reached =
    Zur Ruhe gekommen: Das letzte Fünftel seiner { $steps } Schritte änderte die Trefferquote auf Trainingsaufgaben um
    { $change } Punkte.
frontier-rest-gaining =
    Noch steigend: Das letzte Fünftel seiner { $steps } Schritte änderte die Trefferquote auf Trainingsaufgaben um { $change }
    Punkte.
frontier-try = Eine Aufgabe { $with } probieren
frontier-steps-of-training = Schritte des Trainings
frontier-curves = Richtig auf Trainingsaufgaben, Lauf für Lauf: { $curves }.
frontier-curve = { $first } nach { $first_steps } Schritten, { $last } nach { $last_steps }
frontier-runs = Jeder Lauf dieser Versuchsreihe, der auf Trainingsaufgaben beste fett
frontier-runs-lr = Lernrate
frontier-runs-seed = Seed
frontier-runs-steps = Schritte
frontier-runs-moduli = Moduln
frontier-runs-trained = trainiert
frontier-runs-held-out = zurückgehalten
frontier-run-best = (bester)

## Die Tabelle

frontier-table-summary = Dasselbe als Tabelle
frontier-table = Dasselbe als Tabelle
frontier-table-parameters = Parameter
frontier-table-shape = Schichten × Breite
frontier-table-untrained = nicht trainiert
