# Die Seite an der Wand.
wall-place = { $at } von { $of }
wall-back = Zurück
wall-on = Weiter
wall-leave = Beenden (Esc)
wall-duel = Die gleiche Aufgabe, zweimal
wall-training = Wie sie dazu kam, Notizen zu schreiben
wall-frontier = Was ein Durchgang kann, und was Notizen bringen
wall-battery = Folgt die Antwort aus den Notizen?
wall-knowledge = Weiß sie es, bevor sie nachdenkt?
wall-hidden = Versteckte Botschaften
wall-watchers = Wer überwacht die Notizen?
wall-thoughts = Gedanken, die man nicht lesen kann?
wall-inside = In einem Durchgang
wall-map = Wo jede von ihnen recht hat
wall-off-distribution = Außerhalb des Gelernten
wall-plane = Was sie kann, und ob man es ihr ansieht
wall-debate = Die Debatte, Behauptung für Behauptung
