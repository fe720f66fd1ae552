# Der Kopf der Seite.
head-skip = Zum Experiment springen
head-skip-notes = Zu den Notizen springen, die Sie ändern können
head-title = Zwei kleine KIs, eine Aufgabe.
head-title-large = Eine antwortet sofort.
head-title-small = Eine denkt laut.
head-lead =
    Ändern Sie die Notizen derjenigen, die laut denkt, und sehen Sie, ob ihre Antwort folgt. Die andere gibt Ihnen nichts,
    was sich ändern ließe.
head-status-recorded = aufgezeichneter Lauf
head-status-loading = lädt, { $received }
head-status-loading-share = lädt, { $share } von { $total }
head-status-live = läuft in Ihrem Browser
head-status-failed = läuft nicht
head-theme-auto = Farben: automatisch
head-theme-light = Farben: hell
head-theme-dark = Farben: dunkel
head-theme-projector = Farben: Beamer
head-language = Sprache
head-language-failed =
    Die Texte auf { $language } sind nicht angekommen, daher spricht die Seite Englisch. { $reason }. Laden Sie die Seite neu,
    um es noch einmal zu versuchen.
head-language-fixed =
    In diesem Rahmen lässt sich die Sprache nicht wechseln. Öffnen Sie die Seite für sich oder wählen Sie die Sprache im Link darauf.
