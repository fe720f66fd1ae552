# Eine Lektion, die gespielt wird.
lesson-step = Schritt { $step } von { $steps }
lesson-progress = Wie weit du in der Lektion bist
lesson-end = Ende der Lektion
lesson-next = Nächster Schritt
lesson-finish = Zum Ende
lesson-back = Zurück
lesson-leave = Die Lektion verlassen, zur ganzen Seite
lesson-veil = Erst vorhersagen: Was herauskommt, steht dann hier.
lesson-predict = Das ist meine Vorhersage
lesson-skip = Ohne Vorhersage zeigen
lesson-running = Läuft …
lesson-came = Herausgekommen ist: { $right }.
lesson-foreseen = ✓ Richtig vorhergesagt: { $right }.
lesson-otherwise = Du hast erwartet: { $chosen }. Herausgekommen ist: { $right }.
lesson-own-words =
    In deinen eigenen Worten. Sie bleiben auf diesem Gerät: Sie sind kein Teil deines Ergebniscodes und werden nirgendwohin geschickt.
lesson-score = Du hast { $n } von { $of } richtig vorhergesagt.
lesson-summary = Deine Vorhersagen und was herauskam
lesson-question = Frage
lesson-expected = Erwartet
lesson-what-came = Herausgekommen
lesson-mark-foreseen = ✓ richtig vorhergesagt
lesson-mark-otherwise = ≠ anders
lesson-mark-open = – keine Vorhersage
lesson-code-words =
    Für die Lehrkraft: Dieser Code enthält die Lektion, was du erwartet hast und was herauskam. Keinen Namen, keines deiner eigenen
    Worte.
lesson-code = Ergebniscode
lesson-restart = Alles vergessen und neu beginnen

# Eine Datei, die auf der Seite gezeigt wird.
offer-text =
    Dieser Rahmen hat die Datei vielleicht wortlos verschluckt. Hier ist ihr Inhalt, ausgewählt: Kopieren Sie ihn (Strg oder ⌘
    und C) und speichern Sie ihn unter dem Namen oben.
offer-picture =
    Dieser Rahmen hat die Datei vielleicht wortlos verschluckt. Hier ist das Bild: Drücken Sie lange darauf oder klicken Sie es mit
    der rechten Taste an, um es zu speichern.
offer-refused = Dieser Browser hat kein Bild daraus gemacht. Die anderen Formen enthalten dasselbe: SVG ist eine Zeichnung, die übrigen sind ihre Zahlen.
offer-content = Inhalt der Datei
