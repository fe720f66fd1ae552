# The debate, claim by claim. What the claims and their tests say in English stands in results/claims.json.

debate-title = The debate, claim by claim
debate-text =
    In December 2024, under the post “AGI with RL is Bad News for Safety”, the LessWrong user purple fire argued that a small
    model that reasons out loud is easier to trust than a large one that just answers. The post held that a chain which is
    rewarded for its result need not be true, and may hide things. Each box is one of their claims, in our words; each was
    given tests, with lines drawn in advance, and models trained for them. <strong>Choose one, say what you expect, and
    look.</strong>
debate-limits =
    A verdict is about these models on this task and nothing else: arithmetic, from scratch, at most half a million weights.
    Which criteria speak for a claim was written down when most results were known; the criteria and their lines were not
    changed by that, and where a line was drawn after the measurement, it says so.

## The picture

debate-figure = Claims and how they hang together
debate-summary = The claims of the debate and how they hang together
debate-show = Show all verdicts
debate-hide = Hide the verdicts
debate-guess-first = your guess first
debate-hidden = verdict not shown yet
debate-caption =
    Lines: a reason for (plain), a reason against (dashed), a point on which the sides part (dots). Above: for models that
    reason out loud. Below: against. <data>Data</data>; <code>docs/claims.toml</code> as declared, SHA-256 <digest/>, made
    again by <code>python training/study.py</code>.
debate-tally = Of { $claims } claims: { $verdicts }.
debate-verdict-supported = supported here
debate-verdict-contradicted = contradicted here
debate-verdict-mixed = mixed
debate-verdict-inconclusive = inconclusive
debate-verdict-not_testable = not testable here

## The list

debate-list = All claims as a list
debate-list-label = All claims
debate-list-claim = Claim
debate-list-says = Says
debate-list-here = Here
debate-list-relations = Hangs together
debate-relation =
    { $from } { $kind ->
        [supports] supports
        [opposes] opposes
       *[crux] parts from
    } { $to }

## A claim

claim-locked = The verdict, its tests and every seed are shown once you have said what you expect.
claim-held =
    { $side ->
        [for] Held for models that reason out loud
       *[against] Held against
    }: <author>{ $by }</author>. In our words.
claim-expect = In these models, what do you expect?
claim-and-now = And now?
claim-expect-label = What you expect
stance-holds = it holds
stance-does_not = it does not
stance-unsure = not sure
claim-change = What would change this:
claim-place = See it at work: <place>{ $place }</place>.
claim-related = Hangs together with
claim-related-label = Claims that it hangs together with
claim-because =
    Of { $tests } { $tests ->
        [one] test
       *[other] tests
    }: { $parts }.
claim-tests-for =
    { $n } { $n ->
        [one] speaks
       *[other] speak
    } for it
claim-tests-against =
    { $n } { $n ->
        [one] speaks
       *[other] speak
    } against it
claim-tests-open = { $n } undecided, for want of seeds
claim-tests-spoiled =
    { $n } { $n ->
        [one] does not count: its control was not reached
       *[other] do not count: their control was not reached
    }
place-frontier = What one forward pass can do
place-plane = Capability against oversight

## Its tests

evidence-beside = Beside it: tests that do not count for this claim
evidence-for = speaks for the claim.
evidence-against = speaks against the claim.
evidence-spoiled = does not count, since its control was not reached: <control/>.
evidence-open = does not decide.
evidence-late = This line was drawn after it had been measured.
evidence-note =
    Test: <test/>. Line: { $line }. Published, a number a seed: { $published }. { $outcome ->
        [reached] Reached
        [not_reached] Not reached
       *[inconclusive] Inconclusive
    }.
evidence-models = Models: <models/>.
evidence-here = Run here: { $values }.
evidence-dots =
    Published: { $published }. The line: { $side ->
        [least] at least
       *[most] at most
    } { $line }.
evidence-none = nothing measured
evidence-points = { $number } points

## A run of them in this browser

run-none =
    Its tests are made of training, of probes, or of several models at work together, and are not run here as a whole:
    “<code>cargo xtask evaluate</code>” makes them again.
run-every = Every test that counts can be run here, with every seed.
run-some = { $n } of its { $all } tests that count can be run here, with every seed; the others stand as published.
run-sample = Run it here on { $problems } problems
run-all = Run it here on everything
run-progress = Models done
run-failed = The run stopped: { $reason }. What was counted stays; run it again to begin anew.
run-cancelled = Stopped, with { $done } of { $models } done.
run-ended =
    Run here, on { $sample ->
        [all] all { $problems } held-out problems of the home rung
       *[some] { $problems } of { $listed } held-out problems of the home rung
    }: { $verdict }, { $compared ->
        [same] as published
        [same-sample] as published, on a sample
        [other] published: { $published }
       *[other-sample] on a sample; published: { $published }
    }.
run-going =
    Running here, on { $sample ->
        [all] all { $problems } held-out problems of the home rung
       *[some] { $problems } of { $listed } held-out problems of the home rung
    }: { $done } of { $models } done, { $texts } texts written.

## What the reader holds

stances-words =
    You have said what you expect of { $n } of { $claims } claims: { $fit } came out that way here, { $not } did not, and of
    { $moved } you think otherwise now.
stances-table = What you said, beside what came out. Kept on this machine only.
stances-table-unkept = What you said, beside what came out. Kept until the page is closed: nothing can be stored where it stands.
stances-claim = Claim
stances-before = Before
stances-after = After
stances-here = Here
stances-forget = Forget what I said
