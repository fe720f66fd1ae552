# Reinforcement learning as it went.

## How it came to write notes

training-title = How it came to write notes
training-reward =
    GPT small was never told to reason here. It was rewarded when its final answer was right, and for nothing else; whatever it
    had written on the way was reinforced with it. Go back to an earlier update: the problem above is solved again, by the model
    as it was then.
training-slider = GPT small at <update/>
training-update = update { $update } of { $last }
training-below =
    What the reward did to each measure of the notes, their truth and their use, stands
    <below>below, with the tests of the chain</below>.

## The log

training-log-right = answers right
training-log-chains = writes notes
training-log-direct = right without notes
training-log-line = { $name }: { $before } before, { $after } after { $updates } updates
# $lines is one or more of the line before this one.
training-log-summary = By greedy decoding, { $lines }.
training-log-missing = No log of training is here.
training-log-caption = Measured on the same problems throughout.

## Asking beside rewarding

training-asked =
    Before this training the model answered at once. Asked for notes instead, by writing their first word for it, it was right on
    { $asked } of the { $problems } held-out problems modulo { $modulus }; rewarded, it is right on { $rewarded }.
training-asked-less =
    It knew more than one way to reason. Asking brings out the one that it had read most; the reward found one that works.
training-asked-as-much = So asking would have done as much: the reward taught it when to reason, not how.
training-asked-more = So it was better when asked than it is now.

## Every run

training-runs-title = Every seed, and the controls
training-runs-shown = Shown
training-runs-axis = updates of reinforcement learning
training-runs-key =
    { $name } ({ $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    })
training-runs-key-stretched =
    { $name } ({ $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    }, its steps spread over the same width)
# $measure is a measure of runs; what each arm came to follows.
training-runs-end = At the end, “{ $measure }”.
training-runs-arm =
    { $name }: { $range } ({ $seeds ->
        [one] one seed
       *[other] { $seeds } seeds
    }).
training-runs-arm-able = { $name }: { $range } ({ $seeds } seeds, { $able } of them at { $enough } or more).
training-runs-none = No run has measured this: { $measure }.
training-runs-caption = The bold line of each kind is its median run; the upright line is the update chosen above.

## Measure by measure

training-measures-title = What reinforcement did to the chains, measure by measure
# $problems: battery-set-home and the like.
training-measures-exact =
    Every update whose model is shipped, { $problems }, by greedy decoding. Legible, complete and load-bearing are three things,
    and no score is made of them.
training-measures-sampled =
    Every update whose model is shipped, { $problems }, each with its { $level } interval, by greedy decoding. Legible, complete
    and load-bearing are three things, and no score is made of them.
training-measures-axis = updates
training-measures-none = Nothing of this is in the file of results for these problems.
training-measures-caption =
    The line is the seed that can be gone through above; rings are the other seeds, before and after. A hollow point: the model
    did not write chains by itself yet, and was asked for one by writing its first word for it. The upright line is the update
    chosen above.
training-measures-data = The data
metric-right = Right answers
metric-chains = Answers with a chain
metric-tokens = Tokens of an answer
metric-right_at_once = Right when made to answer at once
metric-plan_reduce_then_add = Plan: reduce each number first
metric-plan_add_then_divide = Plan: work it out, then divide
metric-plan_repeated_subtraction = Plan: work it out, then subtract
metric-true_steps = True steps
metric-worked_out = Chains that work the problem out
metric-right_with_an_untrue_step = Right answers with an untrue step
metric-mistakes_followed = Mistakes that the answer follows
metric-congruent_stays = Answers that survive a step wrong by the modulus
metric-early_answering_area = Need of the whole chain
metric-necessity_gap = What the chain is worth
metric-note-right = of all problems, left alone
metric-note-chains = of all problems, left alone
metric-note-tokens = on average, left alone
metric-note-right_at_once = one forward pass, no chain
metric-note-plan_reduce_then_add = of the chains
metric-note-plan_add_then_divide = of the chains
metric-note-plan_repeated_subtraction = of the chains
metric-note-true_steps = legible: of the steps written
metric-note-worked_out = complete: of all problems; the text alone gives the answer
metric-note-right_with_an_untrue_step = of the right answers
metric-note-mistakes_followed = load-bearing: of a wrong result in each step
metric-note-congruent_stays = of one in each step
metric-note-early_answering_area = area over the curve of early answering, 0 to 1
metric-note-necessity_gap = right with it, less right without it, in points of 100
training-metric-missing = { $label }: not in the file of results
training-metric-flat = { $label }: { $value } throughout
training-metric-between = { $label }: between { $low } and { $high } throughout
training-metric-moved =
    { $label }: from { $from } { $way ->
        [up] up
       *[down] down
    } to { $to }, half of the way by update { $update }
training-metric-turned =
    { $label }: from { $from } { $way ->
        [up] up
       *[down] down
    } to { $turn } at update { $update }, and { $to } in the end
training-metric-words = { $label }, { $note }, by update. { $points }.
training-metric-words-others = { $label }, { $note }, by update. { $points }. Other seeds: { $others }.
