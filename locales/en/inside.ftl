# Inside: whether it can be told what the two will answer, by those who may look at everything.
inside-title = Inside one pass
inside-lead =
    GPT small’s notes can be read. GPT large shows nothing but its answer; but all that happens in it lies open here, down to the
    last number. Of which of the two can you tell what it will answer, right or wrong, with a program of ten lines?
inside-data = The data
inside-waits = Waiting for the engine and the model…

## The guess, and what was measured.
inside-guess = Your guess
inside-guess-small = GPT small, by its notes
inside-guess-large = GPT large, by a short rule
inside-guess-neither = neither more than the other
inside-show = Show it without a guess
inside-came-out = You said: { $guess }. { $is_right ->
    [yes] That is what came out here.
   *[no] Here it came out otherwise: { $right }.
}
inside-finding-small =
    When GPT small is wrong, the last step of its notes is the answer in { $share } of cases{ $seeds ->
        [one] {""}
       *[other] {" "}(median of { $seeds } seeds; { $range })
    }; { $declared } or more had been declared beforehand: { $reached ->
        [yes] reached
       *[no] not reached
    }.
inside-finding-large =
    When GPT large is wrong, the best of { $rules } short rules gives the answer in { $share }. That is { $apart } points apart;
    { $declared } or more had been declared: { $reached ->
        [yes] reached
       *[no] not reached
    }.
inside-behind =
    Of the { $errors } wrong answers of this GPT small, { $without } came at once, without notes that could tell anything; where
    there were notes, their last step told { $share }. The notes for another problem with the same modulus would have told
    { $other } of all.
inside-behind-rationaliser =
    The rationaliser, which knows its answer before its notes, contradicts them more often: they tell { $share } of its wrong
    answers.
inside-behind-all =
    Of all answers, right ones included, the notes tell { $notes } (the true remainder { $notes_true }), and GPT large’s rule
    { $rule } (the true remainder { $rule_true }).
inside-rule-found = GPT large’s rule, found on other problems: { $rule }.
inside-rule-first-numbers = take the first two numbers
inside-rule-last-numbers = take the last two numbers
inside-rule-first-digits = read the first two digits of each
inside-rule-last-digits = read the last two digits of each
inside-rule-cut = cut remainders towards nought
inside-rule-drop-signs = drop minus signs of numbers
inside-rule-multiply = multiply, whatever the operator
inside-rule-usual = do what training does in this place, whatever the operator
inside-rule-first-of-modulus = take the first digit of the modulus
inside-rule-last-of-modulus = take the last digit of the modulus
inside-rule-modulus-below = take the nearest modulus of training that is not larger
inside-rule-modulus-above = take the nearest modulus of training that is not smaller
inside-rule-true = the true remainder
inside-table = Wrong answers that were foretold
inside-table-problems = Problems
inside-table-large = GPT large
inside-table-small = GPT small
inside-table-wrong = Wrong
inside-table-by-rule = Told by its rule
inside-table-by-notes = Told by its notes
inside-table-rule-alone = By a rule alone
inside-row-home = as in training, held out
inside-row-all = all
inside-table-note =
    Wrong answers only: there the true remainder foretells none, and where an answer is right, everything that knows arithmetic
    foretells it.

## One model reading.
inside-large-title = GPT large, at the moment of its answer
inside-large-lead =
    The problem above, as GPT large reads it. Point at a token, or choose one, to see what is read from where while it is read;
    each layer has several heads that read.
inside-large-reads = What GPT large reads
inside-small-reads = What GPT small reads and writes
inside-read-title = What head { $head } of layer { $layer } reads while “<raw>{ $token }</raw>” is read
inside-lens-caption = What it would write after “<raw>{ $token }</raw>” if it ended there
inside-look-failed = It could not be looked into: { $reason }.

## One run put into another.
inside-patch-title = Which token does the answer hang on, and where?
inside-patch-lead =
    Change one digit and GPT large answers otherwise. Put one place of the first run into the second: where does the first answer
    come back?
inside-patch-place = Change the digit
inside-patch-digit = to
inside-patch-option = { $digit } (digit { $place })
inside-patch-run = Put the one into the other
inside-patch-runs = The run on <raw>{ $clean }</raw> into the run on <raw>{ $corrupt }</raw>.
inside-patch-again = the button above
inside-patch-reading = Reading…
inside-patch-failed = Nothing was put anywhere: { $reason }.
inside-patch-words = The answer goes from <raw>{ $from }</raw> back to <raw>{ $to }</raw> most { $layers }.
inside-patch-before = before layer { $layer } with “<raw>{ $token }</raw>” ({ $share })
inside-patch-after = after layer { $layer } with “<raw>{ $token }</raw>” ({ $share })
inside-patch-note =
    How far the answer comes back, in per cent, when the stream at one token and layer is put into the other run: { $none } as if
    nothing had been put anywhere, { $all } all the way.
inside-patch-table = How far the answer comes back, by place
inside-patch-for = <raw>{ $clean }</raw> for <raw>{ $corrupt }</raw>
inside-before-layer = before layer { $layer }
inside-after-layer = after layer { $layer }

## A circle of remainders.
inside-circle-title = Is there a circle of remainders?
inside-circle-lead =
    Models that learn to add with a modulus have been found to turn angles. These problems are products. Here GPT large’s stream
    at the answer is averaged over all products of two numbers with the same remainder: how far is the remainder known after each
    layer, and do the averages lie on a circle?
inside-circle-modulus = Modulus
inside-circle-layer = After layer
inside-circle-layer-none = none
inside-circle-order = Order
inside-circle-counting = counting: 0, 1, 2, …
inside-circle-powers = powers: 1, g, g², …
inside-circle-known =
    Of all that varies in the stream, { $share } lies between these remainders ({ $chance } if they are dealt out at random).
inside-circle-few = With so few of them there is only one frequency.
inside-circle-nothing = Nothing is known of them here yet, so the spectrum is one of chance.
inside-circle-strongest = { $order ->
    [counting] { $is_wheel ->
        [yes] The strongest frequency, { $frequency }, has { $share }, more than random orders give (up to { $chance }): the remainders lie in the order of counting in part.
       *[no] The strongest frequency, { $frequency }, has { $share }, no more than random orders give (up to { $chance }): the remainders are apart, but no wheel in the order of counting.
    }
   *[powers] { $is_wheel ->
        [yes] The strongest frequency, { $frequency }, has { $share }, more than random orders give (up to { $chance }): the remainders lie in the order of powers in part.
       *[no] The strongest frequency, { $frequency }, has { $share }, no more than random orders give (up to { $chance }): the remainders are apart, but no wheel in the order of powers.
    }
}
inside-circle-before =
    The means of the stream before layer { $layer } for each remainder modulo { $modulus }, in the plane of the strongest frequency
inside-circle-after =
    The means of the stream after layer { $layer } for each remainder modulo { $modulus }, in the plane of the strongest frequency
inside-circle-spectrum = The share of each frequency, from { $first } on: { $shares }; the line is chance
inside-circle-note =
    Left: the averages in the plane of the strongest frequency, joined in their order. Right: the share of each frequency, by how
    often it goes round; below the dashed line are nineteen of twenty random orders.
inside-known-caption = How much of what varies in the stream at the answer tells the remainder
inside-known-all = all remainders
inside-known-units = those prime to the modulus

## GPT small, along its notes.
inside-small-title = GPT small, along its notes
inside-head-unmeasured =
    Of this model it was not measured which head fetches earlier results; look for it.
inside-head-fetches =
    Head { $head } of layer { $layer } fetches results: over { $digits } copied digits in notes for held-out problems, just before
    a step repeats an earlier result it reads { $share } from the very digit that is repeated, where the next best head reads
    { $next } and one that read evenly would { $even }.
inside-head-same = The same head reads { $share } from the result that becomes the answer.
inside-head-other =
    The result that becomes the answer is read most by head { $head } of layer { $layer }, with { $share }.

## All weights.
inside-weights-title = All of GPT small
inside-weights-lead =
    Small enough to be seen whole. Point at a square for its number, or walk with the arrow keys.
inside-weights-board = Every weight. Arrow keys move, Page Up and Page Down change the matrix.
inside-weights-caption =
    { $weights } weights, all there are: int8 values times their scales. Colour is above nought, ink below; the stronger, the
    larger, in each matrix by itself.
inside-matrix-label = { $matrix }: { $weights } weights
inside-matrix-of-layer = layer { $layer }, { $matrix }
inside-matrix-embedding = embedding
inside-matrix-norm_attention = scale before attention
inside-matrix-queries = queries
inside-matrix-keys = keys
inside-matrix-values = values
inside-matrix-projection = projection
inside-matrix-norm_mlp = scale before the features
inside-matrix-up = features
inside-matrix-down = features, written
inside-matrix-norm = last scale
inside-matrix-says = <strong>{ $matrix }</strong>, { $purpose }
inside-purpose-embedding =
    a column for each token: what is written for it into the stream; read backwards, what an answer is compared with
inside-purpose-norm_attention = how much each channel counts
inside-purpose-queries = what a position looks for
inside-purpose-keys = what a position is found by
inside-purpose-values = what is taken from a position that was found
inside-purpose-projection = what that writes into the stream
inside-purpose-norm_mlp = how much each channel counts
inside-purpose-up = what each of them looks for in the stream
inside-purpose-down = what each of them writes into the stream
inside-purpose-norm = how much each channel counts for the answer
inside-cell-embedding = { $matrix }, “<raw>{ $token }</raw>”, channel { $channel }: { $value }
inside-cell-to-head = { $matrix }, from channel { $channel } to head { $head }, coordinate { $coordinate }: { $value }
inside-cell-from-head = { $matrix }, from head { $head }, coordinate { $coordinate } to channel { $channel }: { $value }
inside-cell-to-feature = { $matrix }, from channel { $channel } to feature { $feature }: { $value }
inside-cell-from-feature = { $matrix }, from feature { $feature } to channel { $channel }: { $value }
inside-cell-channel = { $matrix }, channel { $channel }: { $value }

## What this does not show.
inside-limits =
    Toys, trained from scratch on one kind of arithmetic. What a head reads is not yet what it does with it, and a reading after
    half of the layers says what the last ones would make of it, which the model never asked. The short rules are those that we
    thought of: a better one may exist. And to read the last step of the notes is not to foresee it: the notes have to be written
    first.
