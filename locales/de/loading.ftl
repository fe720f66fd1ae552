# Was nicht angekommen ist oder nicht läuft. Ein Grund beginnt klein und hat keinen Schlusspunkt.

file-network = { $file } ist nicht angekommen: das Netz antwortet nicht
file-status = { $file } ist nicht angekommen: der Server antwortet mit { $status }
file-other-build =
    { $file } ist nicht angekommen: der Server hat eine andere Fassung dieser Seite, die Sie bekommen, wenn Sie sie neu öffnen
file-altered =
    { $file } gehört nicht zu dieser Seite: die Datei wurde unterwegs beschädigt, oder die Seite ist erneuert worden, seit Sie sie geöffnet haben; dann bekommen Sie die neue, wenn Sie sie noch einmal öffnen
file-absent = { $file } fehlt in dieser Datei: auf der Seite im Netz ist es zu finden
file-content = { $file } ist nicht, was es sein sollte: { $reason }

loading-model = Ein Modell lässt sich nicht verwenden: { $reason }.
loading-model-file = Ein Modell lässt sich nicht verwenden: { $file }: { $reason }.
loading-not-shipped = mit dieser Seite wird kein solches Modell ausgeliefert
loading-no-model = Ein kleines Modell „{ $model }“ gibt es auf dieser Seite nicht: Stattdessen wird das übliche verwendet.
loading-history = Das Protokoll des Trainings lässt sich nicht zeigen: { $reason }.
loading-engine = Der Rechenkern kann nicht starten: { $reason }.
loading-run = Der Rechenkern konnte nicht antworten: { $reason }.
loading-worker =
    Der Rechenkern ist stehen geblieben ({ $reason }). Was Sie eingegeben haben, bleibt erhalten: Versuchen Sie es erneut, um ihn
    neu zu starten.
loading-no-reason = der Browser nennt keinen Grund
loading-simd =
    Diesem Browser fehlt WebAssembly SIMD, das die Modelle brauchen. Jedes Chrome oder Edge ab 91, Firefox ab 89 oder Safari
    ab 16.4 hat es. Die aufgezeichneten Ergebnisse lassen sich trotzdem lesen.
