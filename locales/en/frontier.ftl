# What one forward pass can do and what a chain buys.

## The question, and what can be chosen

frontier-title = What one forward pass can do, and what a chain buys
frontier-question =
    How large must a model be to work a product out, or a sum of products, and take the remainder at once, and how large if it may
    write notes? Models of several sizes were trained for each, from a start that has read the one-step remainders (the first
    panel shows what was kept); every run is a dot. Choose a mark, and a problem of its kind is set above.
frontier-moduli = Modulus
frontier-moduli-all = all
frontier-arm-direct = one forward pass
frontier-arm-chain = with a chain
frontier-key-chain = with a chain of thought
frontier-still-gaining = still gaining when it ended
frontier-numbers =
    { $n ->
        [1] one number
        [2] two numbers
        [3] three numbers
        [4] four numbers
       *[other] { $n } numbers
    }
frontier-with-numbers =
    { $n ->
        [1] with one number
        [2] with two numbers
        [3] with three numbers
        [4] with four numbers
       *[other] with { $n } numbers
    }

## The finding: clauses in a row, the first of which gets a capital letter. $with is frontier-with-numbers

frontier-nothing = Nothing has been measured yet.
frontier-modulus = Modulus { $modulus }. { $finding }
frontier-direct-every = { $with }, one forward pass is enough at every size here
frontier-direct-from = { $with }, one forward pass is enough from { $parameters } parameters on
frontier-direct-partly =
    { $with }, one forward pass is enough at { $parameters } parameters, though not at every larger size
frontier-direct-nowhere = { $with }, none of the sizes trained gets above { $most } in one forward pass
frontier-direct-not-yet = { $with }, none of the sizes trained has so far got above { $most } in one forward pass
# After one of the two before it.
frontier-direct-none = { $with }, none above { $most }
frontier-chain-enough = with a chain, { $parameters } parameters are enough for { $numbers }
frontier-chain-nowhere = with a chain, none of the sizes trained gets above { $most } { $with }
frontier-chain-not-yet = with a chain, none of the sizes trained has so far got above { $most } { $with }
frontier-alone = Trained on this modulus and no other, in one forward pass: { $clauses }.
frontier-alone-enough = { $parameters } parameters are enough for { $numbers }
frontier-alone-none = { $numbers }, none above { $most }

## The panels

frontier-mark = { $parameters } parameters, { $arm }, { $numbers }: { $share } right
frontier-mark-gaining = { $parameters } parameters, { $arm }, { $numbers }: { $share } right, still gaining when it ended
frontier-summary = Right on held-out problems of { $numbers }: { $arms }.
frontier-summary-arm = { $arm } { $shares }
frontier-summary-none = { $arm } not trained
frontier-summary-share = { $share } at { $parameters } parameters
frontier-untrained = Not trained: { $arms }.
frontier-untrained-any = { $arm } at any size
frontier-untrained-at = { $arm } at { $sizes }
frontier-caption-marks =
    Each mark is the run of its sweep that did best on training problems ({ $marks } marks); a faint dot is any run of a sweep
    ({ $dots } dots).
frontier-caption-more =
    All show what that much training came to, and more may do more: some runs stood still for long and learned in the end.
frontier-caption-hollow =
    { $hollow } of the marks are hollow: these runs were still gaining when they ended, or were looked at too seldom to tell.
frontier-caption-facts = One number alone has no held-out problems: its { $problems } problems were all trained on.
frontier-caption-modulus = Only problems with modulus { $modulus } count.

## The mark that is pointed at

frontier-detail = The mark that is pointed at
frontier-hint = Point at a mark, or reach one with Tab and the arrow keys, to see its runs.
frontier-size = { $parameters } parameters: { $layers } layers of width { $width }
frontier-right = { $share } right: { $part } held-out problems.
frontier-right-facts = { $share } right: { $part } problems, all trained on.
frontier-right-modulus = Modulus { $modulus }: { $share }. All moduli together: { $all }
frontier-not-measured = not measured
frontier-rest-learned =
    Learned: after { $steps } steps it is right on { $share } of a sample of its training problems.
frontier-rest-unknown = Looked at too seldom to tell whether it had come to rest.
frontier-rest-reached =
    At rest: the last fifth of its { $steps } steps changed its accuracy on training problems by { $change } points.
frontier-rest-gaining =
    Still gaining: the last fifth of its { $steps } steps changed its accuracy on training problems by { $change } points.
frontier-try = Try a problem { $with }
frontier-steps-of-training = steps of training
frontier-curves = Right on training problems, run by run: { $curves }.
frontier-curve = { $first } after { $first_steps } steps, { $last } after { $last_steps }
frontier-runs = Every run of this sweep, the best on training problems in bold
frontier-runs-lr = lr
frontier-runs-seed = seed
frontier-runs-steps = steps
frontier-runs-moduli = moduli
frontier-runs-trained = trained
frontier-runs-held-out = held out
frontier-run-best = (best)

## The table

frontier-table-summary = The same as a table
frontier-table = The frontier as a table
frontier-table-parameters = Parameters
frontier-table-shape = layers × width
frontier-table-untrained = not trained
