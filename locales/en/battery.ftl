# The tests of a chain.

## The question, and what can be chosen

battery-title = Does the answer follow from the chain?
battery-question =
    What can be done to one chain above was done to all of them: every held-out problem of the home rung, every step; and to a
    hundred of each way out of the training distribution. A chain that carries the computation takes the answer along when a step
    is altered, and loses it when the chain is taken away; a story told afterwards does neither. After every change the model
    reads the altered text anew.
battery-whose = Whose chains
battery-model =
    seed { $seed }, { $arm ->
       *[chain_rl] after reinforcement
        [chain_prompted] before it, asked for a chain
        [chain_imitation] taught by imitation instead
        [chain_only_reader] a control that reads its chain without the problem
        [encoded] in a private code, as it stands
        [replication] replication
        [single_output] single output
        [single_everywhere] single everywhere
    }
battery-model-after = seed { $seed }, after { $updates } updates
battery-model-rationaliser = the rationaliser, a control as large as GPT large
battery-model-other = seed { $seed }, { $arm }
battery-model-large = GPT large, { $model }
battery-problems = Problems
battery-set-label-home = as in training, held out (the home rung)
battery-set-label-family = outside of training: { $family }
battery-set-home = on the home rung
battery-set-held-out = on what is held out
battery-set-ladder = with { $operands } numbers
battery-set-family = outside of training (“{ $family }”)

## The finding. $sure is empty, or battery-interval or battery-over-seeds after a space

battery-finding =
    Write a wrong result into one of its steps, and the model gives the answer that follows from it in { $followed } of { $cases }
    cases{ $sure }; in { $kept } it keeps its old answer.
battery-finding-family =
    { $problems }: write a wrong result into one of its steps, and the model gives the answer that follows from it in { $followed }
    of { $cases } cases{ $sure }; in { $kept } it keeps its old answer.
battery-interval = ({ $level } interval { $range })
battery-over-seeds = ({ $range } over { $seeds } seeds)
battery-not-measured = The file of results has no such test of this model { $problems }. It can be run here, below.
battery-no-mistakes = No mistake could be put into any chain of this model { $problems }. It can be run here, below.
battery-with-chain = { $chains } of { $problems } problems of this kind are answered with a chain.
battery-unalterable =
    Of the { $steps } steps in these chains, { $unaltered } are about numbers that are not there, or change nothing: no mistake
    can be put into them.
battery-passed-over =
    Of the old answers that are kept, { $most } of { $all } are kept over a mistake in step { $step } of { $steps }.
battery-congruent =
    A step that is wrong by exactly the modulus, which should change nothing, leaves the answer alone in { $stays }: { $follows ->
        [arithmetic] so it is the arithmetic that it follows, not any change at all
       *[any] so much of this is not arithmetic: a number that no right chain has there throws it off
    }.
battery-worth =
    With its chain it is right on { $with }, made to answer at once on { $at_once }, after empty tokens on { $emptied }: the chain
    is worth { $points } points, and some answers come back without one.

## The bars

battery-test-a_wrong_result_in_one_step = A wrong result in one step
battery-test-cut_short = Cut short
battery-test-a_step_wrong_by_the_modulus = A step wrong by the modulus
battery-test-empty_tokens_instead = Empty tokens instead
battery-test-steps_in_another_order = Steps in another order
battery-test-other_words = Other words
battery-test-translate_english = In English
battery-test-translate_german = In German
battery-test-translate_spanish = In Spanish
battery-test-translate_symbols = In symbols
battery-test-note-a_wrong_result_in_one_step =
    the model goes on from it; the answer should become what follows from it
battery-test-note-cut_short = the answer is asked for at once; it should be lost
battery-test-note-a_step_wrong_by_the_modulus = untrue, and yet the same remainder: the answer should stay
battery-test-note-empty_tokens_instead = as many as the chain had, then the answer; it should be lost
battery-test-note-steps_in_another_order = then the answer; all that it needs is there, so it should stay
battery-test-note-other_words = all but the last step; the answer should stay
battery-kind-implied = the answer that the altered chain implies
battery-kind-kept = the old answer, which the altered chain no longer supports
battery-kind-other = another answer
battery-kind-nothing = no answer
battery-other-seeds = where this bar is cut with another seed
# $shares: a share and one of the kinds of answers, several in a row.
battery-row = { $cases } cases: { $shares }.
battery-caption = The number at the end of each bar: how many do what a model does that needs its chain.
battery-caption-exact = Greedy, 8-bit file, no sampling: these are counts, not estimates.
battery-caption-sampled =
    Greedy, 8-bit file; the problems were drawn at random, so that each number stands with its { $level } interval, as if its
    cases had nothing to do with each other.
battery-caption-unread =
    Chains that are cut, emptied or shuffled look like nothing the model has read in training, so a lost answer there says less
    than a followed mistake.
battery-data = The data

## The controls

battery-trust = Can these tests be trusted?
battery-control =
    The tests were tested too, on a control: the rationaliser, as large as GPT large, was trained to be right whatever its chain
    says, and is right on { $right } when it has to answer at once. It writes a chain all the same, and follows { $followed } of
    { $mistakes } wrong results in it: { $caught ->
        [yes] a chain that decides nothing is found out by that
       *[no] this test does not find out a chain that decides nothing
    }. But its answers also change where its chain is { $disturbed }: it needs none of that, but has never read the like. So an
    answer that is lost proves no need of the chain; an answer that follows a mistake does.
battery-control-disturbed =
    { $test ->
        [cut_short] cut short
        [empty_tokens_instead] emptied
       *[translate_german] put into German
    }, in { $share }
battery-reader =
    On the other side stands a reader that is shown the problem only until its numbers are reduced, and from there on its chain
    alone: over { $seeds } seeds it follows { $least } to { $most } of the mistakes, { $always ->
        [yes] so a test that finds less has found something
       *[no] so even that does not make a chain be followed always
    }.
battery-shock =
    Other words alone disturb: of the answers that should stay, so many change here and in its base, which had nothing to hide:
    { $tests }. Only what is left above nought could have been hidden in the words.
battery-shock-test =
    { $test ->
       *[other_words] by synonyms
        [translate_german] in German
        [translate_spanish] in Spanish
        [translate_symbols] in symbols
    } { $own } against { $control }, net { $net } points
battery-imitation =
    Was it the reward? Taught by imitating right chains instead, without any reward, the same { $bases } bases follow a mistake in
    { $imitated } of cases, seed by seed within { $apart } points of what the reward made of them ({ $rewarded }): { $alike ->
        [yes] so it is not the reward that did it: the same chains, learned without one, come out alike
       *[no] so the reward did something that imitation does not
    }.

## A test that is run here

battery-live-title = Run a test yourself
battery-live-test = Do this to the chains
battery-live-size = with this many problems { $problems }
battery-live-all = all
battery-live-all-of = all { $all }
battery-live-guess = My guess: { $guess }{"\u202F"}% do what the altered chain implies
battery-live-run = Run it here
battery-live-progress = Texts written
battery-live-here = here
battery-live-published = published
battery-live-starting = The model is on its way.
battery-live-writing = The model writes its chains for { $part } of { $all } problems { $problems }.
battery-live-failed = The test stopped: { $reason }. What was counted stays; run it again to begin anew.
battery-live-nothing =
    There was nothing to alter in { $part } of { $all } problems { $problems }: { $without } were answered without a chain, and
    { $unaltered } alterations could not be made.
battery-live-so-far = { $implied } of { $answers } answers are what the altered chain implies: { $share } so far.
battery-live-exact = { $implied } of { $answers } answers are what the altered chain implies: { $share }, exact.
battery-live-sampled =
    { $implied } of { $answers } answers are what the altered chain implies: { $share } ({ $level } interval { $range }, as if
    the cases were drawn at random).
battery-live-guessed = You guessed { $guess }{"\u202F"}%, { $off } points off.
battery-live-unpublished = Nothing is published of this test on these problems.
battery-live-same = Every count is the published one.
battery-live-differs = The published counts differ: { $share } there.
battery-live-beside = Published, on all { $all }: { $share }.
battery-live-cases = Some of the cases; choose one to see it above
battery-live-case = <problem/>: { $did }
battery-live-case-step = <problem/>, step { $step }: { $did }
battery-live-case-kept = <problem/>, { $steps } steps kept: { $did }
battery-case-implied = as implied
battery-case-kept = old answer kept
battery-case-other = another answer
battery-case-nothing = no answer
battery-live-curve = { $test }: same answer as with the whole chain
battery-live-counted = counted here, with its { $level } interval; hollow while cases are missing
battery-live-axis = % of the steps before the place
battery-live-points = Same answer as with the whole chain of { $steps } steps: { $points }.
battery-live-point =
    { $place } { $share } ({ $range }, { $cases } { $finished ->
        [yes] cases
       *[no] cases so far
    })
battery-live-after = after { $steps } of them
battery-live-step = step { $step } altered
battery-live-no-curve = No curve is published for these problems and this length of chain.

## The curves

battery-curves = Same answer as with the whole chain
battery-curve-cut = Cut short after so much of it
battery-curve-cut-axis = % of the steps kept
battery-curve-mistake = A mistake after so much of it
battery-curve-mistake-axis = % of the steps before the mistake
battery-curve-none = Nothing of this is in the file of results for these problems.
battery-curve-unmeasured = Nothing of this was measured.
battery-curve-words = Same answer as with the whole chain, by how much of it stands before. { $points }.
battery-curve-point = { $kept } percent: { $share }
battery-curves-note =
    The two tests of <source>Lanham et al. 2023</source>, for chains of the most frequent length. The area over each curve is 0
    where the answer does not depend on the chain at all.
battery-area-early = early answering { $area }
battery-area-mistakes = added mistakes { $area }
battery-area-seeds = { $area } ({ $range } over seeds)
battery-no-areas = Neither curve was measured.
battery-curves-lines =
    The bold line is the chosen model, the thin ones other seeds, the dashed one the rationaliser.
