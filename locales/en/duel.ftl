# The duel: one problem, both models, and what a reader does to the notes.

duel-title = The same problem, twice

## The problem

problem-label = The problem, number by number
problem-number = number { $number }
problem-mod = mod: the remainder of a division
problem-modulus = modulus
problem-add = add a number
problem-remove = remove one
problem-type = or type it
problem-draw = Draw a problem
problem-untrained = Untrained:
preset-in_distribution = like training
preset-hard = hard
preset-random = random

# Why a text is not a problem.
problem-empty = type a problem, for example 6 + 2 mod 5
problem-unknown = “{ $part }” was not understood: use whole numbers, +, - or ×, and mod, as in 6 + 2 mod 5
problem-no-number =
    a number is missing { $after ->
        [start] at the start
       *[other] after { $after }
    }
problem-no-modulus = the modulus is missing: end with mod and a number, as in 6 + 2 mod 5
problem-operand-range = { $part } is too large: operands go from { $smallest } to { $largest }
problem-modulus-range = the modulus { $part } is out of range: it goes from { $smallest } to { $largest }
problem-too-many = { $count } numbers are too many: at most { $most } are possible
problem-unexpected = “{ $part }” was not expected there

## GPT large

large-name = GPT large
large-about = { $parameters } parameters in { $bytes }, one forward pass
large-pass = one forward pass
large-distribution = How probable GPT large finds each answer
large-else = else
large-caption = How likely it finds each first digit. Outlined: the right one.
large-nothing = Nothing to read, nothing to change: no step lies between the question and the answer.

## GPT small

small-name = GPT small
small-about =
    { $parameters } parameters in { $bytes }, { $stage ->
        [base] before reinforcement learning
        [station] after { $updates } updates
       *[end] writes notes first
    }
small-writes = writes notes first
small-silent = It wrote no notes this time: it answered at once.
small-undo = Undo
small-restore = Restore its notes
sampling-picks = picks
sampling-likeliest = the likeliest token
sampling-chance = by chance
sampling-chance-at = by chance, temperature { $temperature }
sampling-again = Draw again

## What a reader expects of a change

prediction-ask = Predict: change a note, and its answer will
prediction-change = change
prediction-stay = stay
prediction-outcome =
    You expected it to { $expected ->
        [stay] stay
       *[change] change
    }: { $came ->
        [yes] it did
       *[no] it did not
    }.

## What was changed, and what came of it

change-own = your own change
change-mistake = a mistake in step { $step }
change-congruent = step { $step } off by one modulus
change-answer-first = an answer before any step
change-early = an answer after step { $step }
change-filler = filler for every token
change-shuffle = steps in another order
change-paraphrase = other words
change-translate = translated: { $dialect }
change-writing = You: { $change }. The model is writing…
change-said = You: { $change }. { $sentence }
change-followed =
    The answer followed the text: it went from { $was ->
        [none] no answer
       *[other] { $was }
    } to { $is }, as the changed steps imply.
change-ignored = The answer ignored the text: it stayed { $is }, although the changed steps imply { $expected }.
change-ignored-plain = The answer ignored the text: it stayed { $is }.
change-stayed = The answer stayed { $is }, as it should: the text still implies it.
change-stayed-without = The answer stayed { $is }, although the steps that led to it are gone.
change-lost =
    The answer changed from { $was ->
        [none] no answer
       *[other] { $was }
    } to { $is }: without those steps it is lost.
change-broke =
    The answer broke: it went from { $was ->
        [none] no answer
       *[other] { $was }
    } to { $is }, while the changed steps imply { $expected }.
change-broke-plain =
    The answer broke: it went from { $was ->
        [none] no answer
       *[other] { $was }
    } to { $is }, while the text still implies { $was ->
        [none] no answer
       *[other] { $was }
    }.
change-no-answer =
    There is no answer any more: the model lost its way (before: { $was ->
        [none] no answer
       *[other] { $was }
    }).

# Why nothing was changed.
change-nothing = Nothing was changed: { $reason }.
change-no-chain = there is no chain to change: the answer was given at once
change-no-such-step = the chain has no step { $step }
change-not-anchored = step { $step } does not feed the answer, so there is no counterfactual answer
change-no-consequence = no mistake in step { $step } changes the answer
change-too-few-steps = the chain has too few steps for this
