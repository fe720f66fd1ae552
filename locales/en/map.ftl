# The competence map.

## The question and the finding

map-title = Where each of them is right
map-question =
    Training showed the models products of numbers from 0 to 99. Here is what they do on all of these, and far beyond: three
    digits, negative numbers. Choose a cell, and its problem is set above.
map-finding =
    With numbers as in training, GPT large is right on { $large_inside } and GPT small on { $small_inside }. Beyond them, GPT large
    is right on { $large_outside } and GPT small on { $small_outside }; guessing a remainder would be right on { $guessing }.

## What can be chosen, and what the colours mean

map-moduli = Modulus
map-shades = Shown
shade-right = right or wrong
shade-convention = convention followed
shade-confidence = confidence
shade-length = length of the chain
shade-step = first invalid step
shade-level-right = right
shade-level-wrong = wrong, or no answer
shade-level-agreed = right, both conventions agree
shade-level-floored = right, floored (Python)
shade-level-truncated = right, truncated (Rust, C)
shade-level-sign = sign dropped
shade-level-else = something else
shade-level-sure = { $percent }{"\u202F"}% sure
shade-level-tokens = { $tokens } tokens
shade-level-none = no invalid step
shade-level-late = a late one
shade-level-first = the first
pairing-both = both right
pairing-large = only large right
pairing-small = only small right
pairing-neither = neither right
map-who-is-right = Who is right
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-zoom-training = As in training
map-zoom-all = Everything
map-hint =
    Near enough, wrong answers are struck through (where the two are compared: ╲ small alone is wrong, ╱ large alone, ╳ both), and a
    ring marks held-out problems. Drag to move; pinch, or turn the wheel with Ctrl, to zoom.
map-board =
    Maps of all problems. Arrow keys move by one number, with Shift by ten; Enter sets the problem; plus and minus zoom.
map-of-model = Map of { $model }: right on { $share } of all problems
map-of-difference = Map of the difference between GPT large and GPT small

## A cell

map-right = { $answer } is right.
map-right-both = { $floored } is right (floored, as in Python), and so is { $truncated } (truncated, as in Rust and C).
map-held-out = No model was trained on it.
# How it came to its answer; "; " and one of the three below follow.
map-at-once = at once
map-after = after { $tokens } tokens, no invalid step
map-after-invalid = after { $tokens } tokens, step { $step } is the first that is not true
map-sure = about { $percent }{"\u202F"}% sure of it
map-sure-over = over { $percent }{"\u202F"}% sure of it
map-sure-under = under { $percent }{"\u202F"}% sure of it
map-recomputed = Recomputed here.
map-try = Set this problem above
map-spoken = a { $a }, b { $b }: { $large }; { $small }
map-spoken-right = { $model } right, says { $answer }
map-spoken-wrong = { $model } wrong, says { $answer }
map-spoken-none = { $model } gives no answer

## Recomputing it here

map-sweep-title = Does it hold here?
map-sweep-offer =
    What is drawn was computed beforehand with the same models. Your browser can do it anew, with what is in view and both models.
map-sweep-again = What was recomputed stays. Try again: a sweep begins anew.
map-recompute = Recompute these { $problems } problems here
map-sweep-bar = Answers recomputed
map-sweep-starting = Starting workers with both models…
map-sweep-running =
    { $done } answers recomputed here, { $rate } a second, about { $left } { $unit ->
        [s] s
       *[min] min
    } left.
map-sweep-paused = Paused while the page is hidden.
map-sweep-done = { $done } answers recomputed here.
map-sweep-stopped = Stopped: { $done } answers recomputed here.
map-sweep-failed = The sweep stopped: { $reason }. { $done } answers were recomputed here.
map-same = { $same } as published.
map-differs = { $same } as published. The first that is not: { $model } on { $a } × { $b }.
map-area-nothing = { $model }: nothing yet.
map-area-exact = { $model }: right on { $right }, exact.
map-area-so-far =
    { $model }: right on { $right } so far, so on { $range } of the area ({ $level } interval, as if drawn at random).

## The figure to take away, and in numbers

map-caption =
    Every problem a × b mod { $modulus } with a (to the right) and b (upwards) from −100 to 200: { $problems } problems, each
    answered once, greedily, by <raw>{ $large }</raw> and <raw>{ $small }</raw>. An answer counts as right under either convention for
    negative numbers. The box is what training drew from; a ring marks a problem held out of it.
map-csv = CSV of what is in view
map-data = Data:
map-numbers = The published maps in numbers, and what they got wrong
map-regions = Right answers by region
map-head-region = Region
map-head-problems = Problems
map-head-large = GPT large right
map-head-small = GPT small right
map-region-training = both numbers from 0 to 99, as in training
map-region-held-out = of these, held out of training
map-region-digits = a number with three digits, none negative
map-region-one = one number negative
map-region-both = both numbers negative
map-region-all = the whole map
map-no-failures = { $model } gets nothing wrong with numbers as in training.
map-first-failures = { $model } gets { $problems } problems wrong with numbers as in training; the first { $first }:
map-all-failures = { $model } gets { $problems } wrong with numbers as in training:
map-set = Set { $a } × { $b } above
map-set-short = try
