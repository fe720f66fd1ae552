# Wörter in den Abbildungen.

plots-updates = Updates des bestärkenden Lernens
plots-parameters = Parameter
plots-map-training = wie im Training
plots-map-digits = drei Stellen
plots-map-one = eine negativ
plots-map-both = beide negativ
plots-bar = { $label } mit { $percent } Prozent
plots-nothing-yet = noch nichts
