# Die Seite an der Wand.
wall-place = { $at } von { $of }
wall-back = Zurück
wall-on = Weiter
wall-leave = Beenden (Esc)
wall-duel = Dieselbe Aufgabe, zweimal
wall-training = Wie es zu den Notizen kam
wall-frontier = Was ein Durchlauf kann und was Notizen bringen
wall-battery = Folgt die Antwort aus den Notizen?
wall-knowledge = Weiß es die Antwort, bevor es überlegt?
wall-hidden = Verborgene Botschaften
wall-watchers = Wer überwacht die Notizen?
wall-thoughts = Gedanken, die sich nicht lesen lassen?
wall-inside = Im Inneren eines Durchlaufs
wall-map = Wo jedes von beiden richtigliegt
wall-off-distribution = Außerhalb dessen, worauf sie trainiert wurden
wall-plane = Was ein Modell kann und ob man sieht, was es tut
wall-debate = Die Debatte, Behauptung für Behauptung
