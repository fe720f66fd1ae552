# Dateien der Ergebnisse, die nicht kommen, und Läufe, die abbrechen.

# Im Deutschen steht $what für sich, in der Einzahl oder der Mehrzahl.
results-cannot-be-shown = Nicht zu zeigen: { $what }. Grund: { $reason }.
results-measurements = Die Messungen
results-inside = Was im Inneren gemessen wurde
results-knowledge = Was die Modelle wissen
results-frontier = Was ein Durchlauf kann
results-rl-runs = Die Läufe des Trainings
results-map = Die Karte
results-plane = Die Ebene
results-debate = Die Debatte
results-no-engine = der Rechenkern fehlt
results-other-modulus = sie gehört zum Modul { $modulus }
results-other-model = sie gehört zu einem anderen Modell
