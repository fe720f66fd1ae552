# Der Dialog für Lehrkräfte.
class-open = Unterricht
class-title = Für eine Klasse
class-lead =
    Keine Konten, kein Server: Eine Lektion ist ein Link, ihre Ergebnisse sind kurze Codes, und was die Lernenden schreiben, bleibt
    auf deren Geräten.
class-link-title = Ein Link für Ihre Klasse
class-lesson = Lektion
class-lesson-follows = Folgt die Antwort aus den Notizen? (15 Minuten)
class-lesson-outside = Außerhalb des Gelernten (45 Minuten)
class-lesson-trust = Welcher von beiden müsstest du vertrauen? (90 Minuten)
class-no-lesson = keine: die Seite, wie sie gerade steht
class-lock = Aufgabe und Modelle sperren
class-hide = Ausblenden
class-control-tools = Knöpfe ganz oben
class-control-problem = Aufgabe
class-control-presets = Knöpfe für Aufgaben
class-control-sampling = Wahl der Wörter
class-control-changes = Änderungen an den Notizen
class-control-models = Wahl der Modelle
class-control-guesses = Vermutungen vor den Ergebnissen
class-control-runs = Läufe im Browser
class-control-exports = Downloads
class-control-provenance = woher die Zahlen kommen
class-link = Link
class-qr = Derselbe Link, für Kameras
class-worksheet = Arbeitsblatt zum Drucken
class-key = Lösungsblatt dazu
class-more = Im Klassenzimmer
class-present = Vorführen
class-guide = Handreichung für Lehrkräfte (englisch)
class-privacy =
    Datenschutz, für Formulare: Die Seite setzt keine Cookies, fragt keine Dritten nach irgendetwas, braucht kein Konto, und nichts
    Eingetipptes verlässt das Gerät.

# Die Zählung einer Klasse.
tally-title = Die Ergebnisse einer Klasse zählen
tally-label = Ergebniscodes, einer je Zeile
tally-none = Keine dieser Zeilen ist ein Ergebniscode.
tally-unknown = Diese Seite hat keine Lektion „{ $lesson }“.
tally-n = { $n ->
    [one] Ein Ergebnis von „{ $lesson }“.
   *[other] { $n } Ergebnisse von „{ $lesson }“.
    }
tally-equal = { $n ->
    [one] Eines davon gleicht einem anderen. Es zählt: Wer das Gleiche antwortet, bekommt den gleichen Code.
   *[other] { $n } davon gleichen anderen. Sie zählen: Wer das Gleiche antwortet, bekommt den gleichen Code.
    }
tally-fault = Zeile { $line }, „{ $code }“, zählt nicht: { $why }.
tally-fault-form = Sie ist kein Ergebniscode
tally-fault-sum = Ein Buchstabe fehlt oder ist falsch
tally-fault-lesson = Sie gehört zu einer anderen Lektion
tally-fault-length = Sie gehört zu einer anderen Fassung der Lektion
tally-skipped = keine Vorhersage
