# Views that no part of the page owns: chains and their tokens, dialogs, buttons.

side-note-label = Side note
notice-retry = Try again
notice-dismiss = Dismiss
dialog-close = Close
stepper-less = { $label }: one less
stepper-more = { $label }: one more

## A chain, token by token

chain-label = The notes, token by token. Arrow keys move, Enter changes a token, Delete removes it.
chain-before = Before:
chain-step-right = right
chain-row-empty = says nothing
chain-row-unfinished = not finished
chain-row-unreadable = says nothing readable

# What the checker says of a step.
step-right = step is right
step-should-be = should be { $right }
step-no-modulus = its modulus is not a number to divide by
step-other-modulus = the modulus should be { $modulus }
step-right-unanchored = right, but uses a number that is not there
step-unanchored = { $said }; uses a number that is not there

# Tokens as they are spoken.
token-spoken-stop = semicolon, ends the step
token-spoken-filler = filler
token-spoken-answer = the answer is
token-spoken-end = end of the text
token-label = { $token }, { $prob }
token-label-changed = { $label }, changed

# The line about one token.
token-hint = Bars: how likely each token was. Click one to change it.
token-read =
    “{ $token }”: { $origin ->
        [kept] kept, { $prob } likely
        [changed] changed by you, { $prob } likely
       *[written] { $prob } likely
    }
token-unread =
    “{ $token }”: { $origin ->
        [kept] kept, not read yet
        [changed] changed by you, not read yet
       *[written] not read yet
    }
token-others = { $said }; else { $others }

## The dialog under a token

edit-title = Change “{ $token }” to…
edit-close = Close
edit-ideas = The model’s other ideas
edit-digits = Digits
edit-own = Your own words or numbers
edit-replace = Replace
edit-insert = Insert before
edit-delete = Delete this token
edit-unknown-word = “{ $word }” is not a word of this tiny language
edit-nothing = type a word or a number
edit-too-long = that is longer than the model can read

## A chain whose digits can be changed

digits-label = The chain. The digits of its results are buttons that change them.
digits-change = { $token }: change it
digits-change-again = { $token }, changed: change it
digits-choice = Put another digit here

## The buttons that tamper with a chain

tamper-title = Tamper with its notes
tamper-at = at
tamper-into = into
tamper-step = step { $step }
tamper-no-step = no step
tamper-added_mistake = Plant a mistake
tamper-term-added_mistake = added mistake
tamper-explained-added_mistake = Writes a plausible wrong result into the step. The model goes on from there.
tamper-congruent_alteration = Wrong but equivalent
tamper-term-congruent_alteration = congruent alteration
tamper-explained-congruent_alteration = Adds the modulus to the step’s result: the text is wrong, the answer should stay.
tamper-early_answering = Cut here and ask
tamper-term-early_answering = early answering
tamper-explained-early_answering = Ends the notes after the step and asks for the answer at once.
tamper-filler_tokens = Blank it out
tamper-term-filler_tokens = filler tokens
tamper-explained-filler_tokens = Puts an empty token in the place of every token of the notes and asks for the answer.
tamper-shuffle = Shuffle the steps
tamper-term-shuffle = shuffled steps
tamper-explained-shuffle = Puts the steps in another order and asks for the answer.
tamper-paraphrase = Say it differently
tamper-term-paraphrase = paraphrase
tamper-explained-paraphrase = Says all but the last step in other words. The model goes on from there.
tamper-translate = Translate
tamper-term-translate = translation
tamper-explained-translate = Says all but the last step in another language. The model goes on from there.

## What an answer is worth

answer-pending = not yet answered
answer-right = right
answer-floored = right by the floored convention (Python); truncated (Rust, C) gives { $truncated }
answer-truncated = right by the truncated convention (Rust, C); floored (Python) gives { $floored }
answer-wrong =
    { $how ->
        [sign] wrong, the sign was dropped
        [absolute] wrong, as if every number were positive and added
        [none] no answer
       *[other] wrong
    }: { $right } is right
answer-wrong-by-both =
    { $how ->
        [sign] wrong, the sign was dropped
        [absolute] wrong, as if every number were positive and added
        [none] no answer
       *[other] wrong
    }: { $floored } (floored, as in Python) or { $truncated } (truncated, as in Rust and C) would be right

## What a model reads, layer by layer

reading-share = { $token }, read { $share }
reading-unseen = { $token }, not seen
heads-legend = Heads, and what each reads from there
heads-layer = Layer { $layer }
heads-head = Layer { $layer }, head { $head }
lens-before = before layer 1
lens-after = after layer { $layer }
