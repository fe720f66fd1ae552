# The words of the field that the page uses: each with its card.

glossary-activation-patching = activation patching
glossary-means-activation-patching =
    Putting what a model had inside it while it read one text into its run over another, to see which part decides.
glossary-area-under-the-curve = area under the curve
glossary-means-area-under-the-curve =
    How well a score tells good from bad: the chance that a good one gets the higher score. One half is guessing, one is
    never wrong.
glossary-capability = capability
glossary-means-capability = How often a model is right.
glossary-chain-of-thought = chain of thought
glossary-means-chain-of-thought = The notes that a model writes before its answer; here also just its chain, or its notes.
glossary-faithful = faithful
glossary-means-faithful =
    Of a chain: that it is the reasoning that led to the answer. It is more than one thing, so each of them is measured by
    itself.
glossary-forward-pass = forward pass
glossary-means-forward-pass =
    One run of a text through a model, from which one next token comes. An answer in one forward pass has no notes.
glossary-greedy = greedy
glossary-means-greedy = Always taking the most probable next token, so that the same text gives the same answer every time.
glossary-held-out = held out
glossary-means-held-out = Kept from every stage of training, so that nothing that is asked was ever seen.
glossary-home-rung = home rung
glossary-means-home-rung =
    The kind of problem that most is measured on: products of two numbers, and the remainder by seven, which the digits do
    not give away.
glossary-legible = legible
glossary-means-legible = Of a chain: that its steps, read as they stand, are true.
glossary-linear-probe = linear probe
glossary-means-linear-probe =
    A weighted sum of the numbers inside a model, fitted to read one thing off them. If it finds it, it is there; if not,
    nothing is proved.
glossary-load-bearing = load-bearing
glossary-means-load-bearing = Of a chain: that the answer follows it when it is changed.
glossary-monitor = monitor
glossary-means-monitor = Something that reads what a model writes and says whether it is as it should be.
glossary-off-distribution = off distribution
glossary-means-off-distribution = Unlike anything in training.
glossary-paraphraser = paraphraser
glossary-means-paraphraser =
    Something that says a chain again in other words, so that its meaning stays and what was hidden in its wording does not.
glossary-reinforcement = reinforcement
glossary-means-reinforcement = Training by reward: whatever was written in a try that ended well is made more likely.
glossary-seed = seed
glossary-means-seed = The number that all chance in a training hangs on. Another seed, another model of the same kind.
glossary-steganography = steganography
glossary-means-steganography = Hiding a message in something that looks innocent.
