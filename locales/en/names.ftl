# Names that several parts use.
## Families of problems outside of training.
family-negative_operand = negative
family-subtraction = subtraction
family-three_digit_operand = three digits
family-unseen_modulus = modulus 6
family-two_digit_modulus = modulus > 9
family-operand_count = more numbers
family-other_operators = other operators
family-other_modulus = modulus 2
## In what chains are written.
dialect-english = English
dialect-german = German
dialect-spanish = Spanish
dialect-symbols = symbols
