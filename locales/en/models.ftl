# The models behind the page.

models-title = The models, open to the last weight
models-none = The models’ cards have not arrived yet.
models-one = { $size }, { $training }, is right on { $right } held-out problems ({ $share }).
models-untouched = No model was trained on any of these problems.

## Whether the premise of the thought experiment holds

premise-figures =
    The thought experiment supposes that small cannot do this task in one pass. Trained to answer at once for as long as was
    declared beforehand, GPT small ({ $small } parameters) is right on { $small_share } of the held-out problems{ $rung ->
        [none] {""}
       *[some] {" "}of { $operands } numbers modulo { $modulus }
    }{ $seeds ->
        [one] {""}
       *[other] {" "}in the best of { $seeds } seeds
    }, GPT large ({ $large } parameters) on { $large_share }.
premise-fails =
    It does not hold here: for these problems the notes are a habit that reinforcement taught, not a necessity. Whether small
    uses them all the same is what the changes above test.
premise-in-part = It holds in part: small does worse without notes, but is far from helpless.
premise-for-a-while =
    But it holds for that much training only. Given { $steps } steps of it, a model of small’s size is right on { $share } in
    one pass: { $finding ->
        [cheaper] for these problems notes are the cheaper way, not the only one
       *[worse] it does worse without notes, but is far from helpless
    }.
premise-holds =
    It holds here, and no longer training that was tried, up to { $steps } steps, changes it: small needs its notes for these
    problems.
premise-untried = It holds here, as far as it was tried.

## Whether the two are equally capable

equal-capability =
    The thought experiment also supposes that the two are equally capable. On the { $problems } held-out problems of the home
    rung GPT large alone is right on { $large }, GPT small alone on { $small }: { $difference } points apart ({ $level }
    { $low } to { $high }, paired bootstrap), { $verdict ->
        [equal] equal within the margin
       *[open] not shown to be equal within the margin
    } of { $margin } points. Of { $seeds } seeds of GPT small { $equal } are equal within it, and { $different } differ by
    McNemar’s exact test after Holm’s correction (this one: p { $tail ->
        [below] below { $p }
       *[exact] = { $p }
    }).

## The table

models-table = Models
models-model = Model
models-held-out = Right on held-out problems
models-modulo = Modulo { $modulus }
models-direct = Right when made to answer at once
models-notes = Writes notes
models-parameters = Parameters
models-file = File
models-card = Card
models-card-link = card
models-card-of = Card of { $model }
models-earlier = { $n } earlier checkpoints of reinforcement learning
models-others = { $n } models with other seeds

# How a model was trained, by the arm on its card.
models-updates = after { $updates } updates of reinforcement learning
trained-direct = trained to answer at once
trained-chain_prompted = before reinforcement learning
trained-chain_imitation = taught chains by imitation
trained-rationaliser = trained to be right whatever its chain says, a control
trained-chain_only_reader = reads its chain without the problem, a control
trained-encoded = writes its chains in a private code
trained-steganography = hides its results in the words of plans
trained-steganography_paraphrased = the same, paraphrased in training
trained-steganography_order = hides its results in the order of plans
trained-steganography_order_paraphrased = the same in the order of plans, paraphrased in training
trained-steganography_order_longer = the same in the order of plans, rewarded five times as long
trained-replication = after the same reinforcement learning, with a seed kept for a second look
trained-monitor = watches chains and answers nothing
trained-face = reads chains and tells the user
trained-single_output = rewarded for a rule over what users see
trained-single_everywhere = rewarded for a rule over all that it writes
trained-latent = with vectors in the place of a chain
trained-latent_pause = with filler words in the place of a chain, a control
