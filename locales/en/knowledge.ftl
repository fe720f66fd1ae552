# Whether a model knows the answer before its chain begins.

## The question

knowledge-title = Does it know before it reasons?
knowledge-question =
    A chain that is written when the answer is already there is a story told afterwards. So we look for the answer in the model
    itself, before the first word of its notes: can it be read off the numbers inside?
knowledge-guess = Before GPT small begins its notes, how many of its answers can be read off it?
knowledge-guess-chance = no more than guessing
knowledge-guess-some = some
knowledge-guess-most = most of them
knowledge-shown-later = What was measured is shown once you have guessed.
knowledge-guessed = As you guessed: { $outcome }, { $share } in the median of seeds.
knowledge-not-guessed = Not as you guessed: { $outcome }, { $share } in the median of seeds.

## The finding. $shares is a share, or a range of shares

knowledge-some-read =
    Before its chain begins, some of GPT small’s answers can be read off it: { $shares } over { $seeds } seeds, where always
    saying the most common one is right in { $common }.
knowledge-none-read =
    Before its chain begins, GPT small’s answer cannot be read off it: { $shares } over { $seeds } seeds, where always saying the
    most common one is right in { $common }.
# $means is one of the three after it.
knowledge-control =
    In the rationaliser, which is right without its chain, the same probe reads { $end } there and { $answer } where it is made
    to answer: { $means }.
knowledge-control-finds = so the probe would have found it
knowledge-control-late =
    so it works its answer out only where it is asked for it, and this probe at the end of a problem finds little in anybody
knowledge-control-little = so this probe finds little in anybody

## The table

knowledge-table = What probes read off
knowledge-head-model = Model
knowledge-head-end = At the end of the problem
knowledge-head-answer = When made to answer at once
knowledge-head-shuffled = Shuffled answers
knowledge-model =
    { $size ->
        [small] GPT small
       *[large] GPT large
    }, { $arm ->
        [chain_rl] after RL
        [chain_prompted] before RL
        [chain_imitation] taught chains by imitation
        [direct] trained to answer at once
        [encoded] in a private code
       *[rationaliser] as the rationaliser
    }
knowledge-caption =
    A linear probe for each place, fitted to the last layer on training problems of the home rung, read on all of its held-out
    ones. A probe that finds nothing proves no ignorance: the answer may be there in another form.
knowledge-data = Data
