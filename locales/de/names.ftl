# Namen von Werten, die in mehreren Teilen der Seite stehen.

## Die beiden Modelle

size-large = GPT large
size-small = GPT small

## Familien von Aufgaben außerhalb der Trainingsverteilung

family-negative_operand = negativ
family-subtraction = Subtraktion
family-three_digit_operand = drei Stellen
family-unseen_modulus = Modul 6
family-two_digit_modulus = Modul > 9
family-operand_count = mehr Zahlen
family-other_operators = andere Rechenzeichen
family-other_modulus = Modul 2

## Ausdrucksweisen, in die eine Kette übersetzt werden kann

dialect-english = Englisch
dialect-german = Deutsch
dialect-spanish = Spanisch
dialect-symbols = Symbole

## Wie ein Lauf des bestärkenden Lernens oder seiner Kontrolle belohnt wurde

rl-arm-chain_rl = belohnt, wenn richtig
rl-arm-rl_shuffled_reward = Belohnungen zufällig verteilt
rl-arm-rl_length_penalty = belohnt, wenn richtig, weniger für jedes Token
rl-arm-chain_imitation = keine Belohnung: schreibt vorgerechnete Ketten nach

## Maße eines Laufs mit bestärkendem Lernen

rl-measure-greedy_accuracy = antwortet richtig
rl-measure-greedy_chain_share = schreibt Notizen
rl-measure-chain_share = schreibt Notizen, in Stichproben
rl-measure-length = Länge in Token, in Stichproben
rl-measure-valid_step_share = gültige Schritte, in Stichproben
rl-measure-entropy = Entropie des nächsten Tokens, in Nat
rl-measure-direct_accuracy = richtig, wenn sofort zu antworten ist
rl-measure-reward = Belohnung, in Stichproben
rl-measure-reduce_then_add_share = Notizen, die erst reduzieren und dann addieren
