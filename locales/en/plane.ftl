# The plane of capability against oversight.

## The question

plane-title = What it can do, and whether you can tell what it does
plane-question =
    The debate is about a trade: chains may cost something, and may give somebody who oversees a model something to hold on to.
    Here every system of this page has a place: the farther right, the more often it is right; the higher, the better it can be
    overseen, in one sense of the word at a time.
plane-guess-question =
    Upwards: its answer follows when a step of its chain is altered. Which of these lies nearest to the upper right corner?
plane-guess-direct = GPT large, which answers at once
plane-guess-chain_rl = GPT small, its chains reinforced
plane-guess-rationaliser = the rationaliser
plane-guess-steganography = GPT small, hiding in words
plane-shown-later = The plane is shown once you have guessed.
# $name is one of the four before.
plane-guessed =
    As you guessed: { $name }, right on { $right }, with { $follows } of its answers following, on the home rung.
plane-not-guessed =
    Not as you guessed: { $name }, right on { $right }, with { $follows } of its answers following, on the home rung.
plane-guess-absent = Without a place there, since none of its steps can be altered: { $names }.

## The choices and the axes

plane-upwards = Upwards
plane-measured-on = measured on
plane-to-the-right = To the right: right answers on
plane-magnify = Magnify the band around GPT large
plane-kind-load-bearing = What is written decides the answer
plane-kind-legible = What is written can be read
plane-kind-foretold = Failures can be told beforehand
plane-y-follow = answers that follow an altered step
plane-y-kept = right answers left after a paraphrase
plane-y-legible = written steps that are true
plane-y-complete = chains from which alone the answer follows
plane-y-foretold = failures foretold, by whoever does it best
plane-y-checker = failures foretold by the step checker
plane-y-monitor = failures foretold by a trained monitor
plane-y-confidence = failures foretold by its own confidence
plane-y-simulated = wrong answers that a short program gives too
plane-where-home = the home rung
plane-where-outside = outside of training
plane-where-family = outside of training, { $family }
plane-x-home = the home rung
plane-x-held_out = all that is held out
plane-x-longer = more numbers than in training
plane-x-outside = outside of training
plane-axis-x = right answers: { $problems }
plane-axis-y = { $oversight }: { $problems }
plane-axis-y-area = { $oversight }, area under the curve (chance: 0.5): { $problems }

## The systems

plane-arm-direct = answers at once
plane-arm-chain_prompted = before training on problems
plane-arm-chain_imitation = imitates chains
plane-arm-chain_rl = chains, reinforced
plane-arm-rationaliser = rationaliser (control)
plane-arm-chain_only_reader = reads its chain alone (control)
plane-arm-encoded = chains in a private code
plane-arm-steganography = hides in words
plane-arm-steganography_paraphrased = paraphrased while it learns to hide
plane-arm-steganography_order = hides in order
plane-arm-steganography_order_longer = hides in order, rewarded longer
plane-arm-steganography_order_paraphrased = put in another order while it learns to hide
plane-arm-replication = chains, reinforced (other seeds)
plane-arm-single_output = a rule on what users see
plane-arm-single_everywhere = a rule on all it writes
plane-arm-latent = thinks in vectors
plane-arm-latent_pause = filler words (control)
plane-group =
    { $size }, { $arm }{ $how ->
       *[own] {""}
        [asked] , asked for a chain
        [keyed] , with the key
        [said_again] , said again
    }
plane-model = { $name }, seed { $seed }
plane-model-update = { $name }, seed { $seed }, after { $update } updates
plane-count = { $part } of { $all } ({ $share })
plane-mean = { $area }, the mean of { $families } families
plane-numbers = right { $right }; oversight { $oversight }
plane-mark = { $name }, median of { $seeds }: { $right } right, { $height }
plane-summary = { $y } against { $x }. { $finding } { $all }.

## The finding. Names come with their two numbers in brackets

plane-front-nobody = Nobody was measured so.
plane-front-one = One is ahead of all others in both: { $one }.
plane-front-place = { $n } are ahead of all others in both, at one place: { $all }.
plane-front = None is ahead in both. On the front, from the least to the most capable: { $all }.
plane-band = Within { $points } points of GPT large’s capability ({ $share }) lie { $inside } of { $groups } groups.
plane-band-one = It is { $one }.
plane-band-range = Highest among them: { $best }; lowest: { $worst }.
plane-weaker-missing = The weaker generator with chains, GPT small after reinforcement, has no place here.
plane-weaker-alone =
    The weaker generator with chains, GPT small after reinforcement, { $equal ->
        [yes] is as capable
       *[no] is not as capable ({ $right })
    } and stands at { $height }; GPT large alone has no place here.
plane-weaker-alone-why =
    The weaker generator with chains, GPT small after reinforcement, { $equal ->
        [yes] is as capable
       *[no] is not as capable ({ $right })
    } and stands at { $height }; GPT large alone has no place here: { $why }.
plane-weaker =
    The weaker generator with chains, GPT small after reinforcement, { $equal ->
        [yes] is as capable
       *[no] is not as capable ({ $right })
    } and stands at { $height }, { $compared ->
        [higher] higher than
        [equal] as high as
       *[lower] lower than
    } GPT large alone at { $large }.
plane-why-no-step = its answers come without a step that could be read, checked or altered
plane-why-all-alike = all its answers there are right, so there is no failure to foretell
plane-why-unmeasured = not measured so

## What was loaded. Each part says where and as what

plane-loaded = Loaded: <raw>{ $model }</raw>, { $parts }.
plane-there = Nothing had to be loaded: <raw>{ $model }</raw> is { $parts }.
plane-loaded-nowhere =
    Nothing on this page runs <raw>{ $model }</raw> by itself: its numbers here are the published ones.
plane-parts = { $parts }, { $part }
plane-parts-last = { $parts }, and { $part }
plane-part-small = in <to:duel>the duel</to> (as GPT small)
plane-part-large = in <to:duel>the duel</to> (as GPT large, which it always is there)
plane-part-tests = in <to:battery-title>the tests of chains</to> (whose alterations are done to its chains)
plane-part-hider = in <to:hidden-title>hidden messages</to> (where its kind is shown by the seed in the middle)
plane-part-code = in <to:hidden-title>hidden messages</to> (where its kind writes in code, by the seed in the middle)
plane-part-thoughts =
    in <to:thoughts-title>thoughts you cannot read</to> (where its kind is shown by the seed in the middle)

## Beside and below the plot

plane-key-front = { $right }, { $height }, on the front
plane-key-way = { $size }, on its way through reinforcement
plane-key-way-models = seed { $seed }, { $models } models
plane-detail = The mark that is pointed at
plane-hint =
    Point at a mark or a line of the key, or reach a mark with Tab: left and right go from system to system, down and up into its
    seeds. Enter or a click loads the model everywhere on the page.
plane-detail-median = The median of { $models }, each axis for itself; nearest to it: { $name }
plane-load = Load { $name } everywhere on this page
plane-arrows = What an intervention or a stage of training does
plane-arrow =
    { $done }: from { $from } to { $to }. Right: { $right_from } → { $right_to }; { $oversight }: { $height_from } → { $height_to }.
plane-arrow-not-drawn = Too short, or not in view, to be drawn.
plane-link-reinforced = Reinforcement of the whole chain
plane-link-imitated = Training on chains to imitate
plane-link-at-once = Training on answers alone
plane-link-rationalised = Training to be right whatever the chain says
plane-link-ruled = Reinforcement with a rule on all that is written
plane-link-said-again = A paraphraser at run time
plane-link-paraphrased = A paraphraser in every update of training
plane-link-keyed = The key to the code
plane-left-out = Without a place in this plane
plane-caption =
    Large marks: the median of the seeds, of each axis for itself; small ones: single models. Hollow: not left to its own way of
    answering. Dashed: the front, the medians that no other beats in both. Shaded: as capable as GPT large, within two points. Thin
    line: one seed of GPT small through reinforcement, checkpoint by checkpoint. Greedy, 8-bit files; on the home rung every
    held-out problem, so these are counts. Outside of training counts are added up over families, and areas are their mean.
plane-data = <data>The data</data>, put together from the other files of results by <code>{ $command }</code>.
plane-table-summary = The same as a table
plane-table = The plane as a table
plane-head-model = Model
plane-head-right = Right
plane-head-oversight = Oversight
plane-limits =
    What this does not show: how to trade one for the other, or that they are traded at all. Three kinds of oversight are three
    figures, and none is added to another: a chain that decides the answer may be unreadable, a readable one may decide nothing, and
    failures can be foretold of a model that writes nothing. A front holds for what was trained here and no further. GPT large and
    its kind have one seed each. Toy scale, trained from scratch, one kind of problem.
