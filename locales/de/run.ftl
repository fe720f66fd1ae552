# Was im Browser läuft und eine Weile braucht.
run-cancel = Abbrechen
run-begun = Es hat begonnen.
