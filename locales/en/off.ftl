# Outside the training distribution.

## The question and the finding

off-title = Outside what they were trained on
off-question =
    Both read minus signs, larger numbers and remainders by 6 in the text that they began with, but never in a problem with an
    answer; a modulus of 2, or above 9, they have not met at all. What do they do with such problems, and does the chain of
    thought warn a reader who cannot do the sum?
off-more-often =
    Of { $families } ways out of the training distribution, GPT large is more often right in { $large }, GPT small in { $small }.
off-more-often-most =
    Of { $families } ways out of the training distribution, GPT large is more often right in { $large }, GPT small in { $small };
    the most that is reached is { $most }, by { $size ->
        [large] GPT large
       *[small] GPT small
    } (“{ $family }”).
# $families is a list of quoted names.
off-true-not-right =
    A true chain is not a right one: with problems of these kinds ({ $families }) nearly all of GPT small’s steps are true, and
    hardly any chain works the problem out. It reasons soundly about other numbers than those it was given.

## The table

off-table = Outside the training distribution
off-head-problems = Problems
off-head-large = GPT large
off-head-small = GPT small
off-head-right = Right
off-head-foretold = Foretold
off-head-bits = Bits
off-head-chains = Chains
off-head-true = Steps true
off-head-worked-out = Worked out
off-head-passes = Passes
off-as-in-training = as in training, held out
off-caption =
    Greedy, 8-bit files. Right under either convention for remainders of negative numbers; a range is over the seeds of GPT small.
    <em>Chains</em>: answered by one. <em>Steps true</em>: of the steps written, those right as they stand.
    <em>Worked out</em>: the steps, read without the answer, come to a right one. <em>Passes</em>: every step is true and about
    numbers that are there, to the end, and the answer is what they come to; such a chain cannot be wrong.
    <em>Foretold</em>: how often a right answer is ranked above a wrong one (area under the ROC curve; 0.50 is guessing), by GPT
    large’s confidence in its answer and by the step checker’s verdict. A checker that passes nothing ranks nothing, and warns of
    everything; where most answers have no chain it has nothing to read. <em>Bits</em>: the entropy of what the answers did, by
    name.
off-data = The data
