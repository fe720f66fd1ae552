# Was zuerst hört, wer die Seite hört, und was gesagt wird, wenn ein Lauf zu Ende ist. Niemand sieht es.
summary-title = In Kürze
summary-about =
    Zwei kleine Sprachmodelle laufen in Ihrem Browser und lösen dieselbe Rechenaufgabe. GPT large antwortet sofort; GPT small
    schreibt vorher Notizen, und die können Sie ändern. Die Abbildungen darunter messen, was solche Notizen wert sind.
summary-problem = Die Aufgabe ist { $problem }.
summary-large = GPT large antwortet sofort { $answer }: { $verdict }.
summary-large-none = GPT large: { $verdict }.
summary-large-pending = GPT large hat noch nicht geantwortet.
summary-large-failed = GPT large konnte nicht laufen.
summary-small =
    { $n ->
        [one] GPT small schreibt einen Schritt und antwortet { $answer }: { $verdict }.
       *[other] GPT small schreibt { $n } Schritte und antwortet { $answer }: { $verdict }.
    }
summary-small-silent = GPT small schreibt keine Notizen und antwortet { $answer }: { $verdict }.
summary-small-none =
    { $n ->
        [0] GPT small schreibt keine Notizen: { $verdict }.
        [one] GPT small schreibt einen Schritt: { $verdict }.
       *[other] GPT small schreibt { $n } Schritte: { $verdict }.
    }
summary-small-pending = GPT small ist noch nicht fertig.
summary-small-failed = GPT small konnte nicht laufen.
summary-unchanged = Seine Notizen stehen so da, wie es sie schrieb.
summary-changing = Sie haben seine Notizen geändert: { $label }. Es schreibt weiter.
summary-changed = Sie haben seine Notizen geändert: { $label }. { $told }
summary-recorded = Dieser Lauf wurde aufgezeichnet; die Modelle werden noch geladen.
summary-live = Die Modelle laufen in Ihrem Browser.
summary-stopped = Die Modelle laufen nicht; eine Meldung sagt, warum.
summary-hint =
    Folgen Sie zuerst dem zweiten Link der Seite zu den Notizen, gehen Sie mit den Pfeiltasten an ihnen entlang, und drücken Sie auf
    einem Wort die Eingabetaste, um ein anderes an seine Stelle zu setzen. Das Fragezeichen nennt alle Tasten.
summary-hint-changed =
    Der Knopf „Rückgängig“ nimmt die Änderung zurück. Weiter unten wird mit allen Ketten gemacht, was Sie mit einer gemacht haben.
    Das Fragezeichen nennt alle Tasten.
