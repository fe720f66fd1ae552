# Die Seite ohne Netz und in einer Datei.
offline-storing = wird gespeichert
offline-storing-hint = Die Seite wird in diesem Browser gespeichert, damit sie sich ohne Netz öffnen lässt.
offline-ready = auch ohne Netz
offline-ready-hint =
    Die Seite, ihr Rechenkern und die beiden Modelle des Duells sind in diesem Browser gespeichert und öffnen sich ohne Netz. Jedes
    andere Modell und Ergebnis ebenso, sobald Sie es angesehen haben.
offline-updated = neue Fassung da
offline-updated-hint =
    Es gibt eine neuere Fassung dieser Seite, und sie ist schon gespeichert. Sie wird benutzt, wenn Sie diese überall geschlossen haben und
    wieder öffnen.
offline-absent = nicht in dieser Datei: auf der Seite im Netz zu finden
offline-one-file = Alles auf einer Seite, die kein Netz braucht ({ $size })
offline-one-file-hint =
    : eine Datei zum Mitnehmen, von der Platte zu öffnen oder in einen Kurs zu stellen. Die größten Modelle fehlen darin.
