# Wörter in den Abbildungen.

plots-updates = Updates des bestärkenden Lernens
plots-parameters = Parameter
