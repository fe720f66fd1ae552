# Namen, die mehrere Teile verwenden.
## Familien von Aufgaben außerhalb des Trainings.
family-negative_operand = negativ
family-subtraction = Subtraktion
family-three_digit_operand = drei Stellen
family-unseen_modulus = Modul 6
family-two_digit_modulus = Modul > 9
family-operand_count = mehr Zahlen
family-other_operators = andere Rechenzeichen
family-other_modulus = Modul 2
## Worin Ketten geschrieben sind.
dialect-english = Englisch
dialect-german = Deutsch
dialect-spanish = Spanisch
dialect-symbols = Symbole
