# Eine Abbildung im Rahmen einer anderen Seite.
# Der Name der Seite, der nicht übersetzt wird.
embed-page = Show Your Work
embed-open = Die ganze Seite öffnen
embed-run = Hier ausführen
embed-recorded = Aufgezeichnete Ergebnisse.
embed-loading = Wird geladen …
embed-live = Läuft in Ihrem Browser.
embed-failed = Läuft nicht.

# Der Knopf jedes Dialogs.
