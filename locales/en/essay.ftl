# The essay around the figures. CONTRIBUTING.md explains the marks.

## Which would you rather have to trust?

question-title = Which would you rather have to trust?
question-setting =
    Suppose two language models are equally good at a task. GPT large answers in a single <term:forward-pass>forward
    pass</term>: the problem goes in, the answer comes out, and between them there is nothing to read. GPT small was too weak
    for that. So it was trained by <term:reinforcement>reinforcement</term> to take notes, a <term:chain-of-thought>chain of
    thought</term>, and whenever the answer at their end was right, everything that it had written on the way was rewarded.
    It is now as good as the other. Which of the two would you rather have to trust?
question-sides =
    <cite:purplefire2024/> asked this under a post that held reinforcement to be bad news for safety, and said: the small
    one. What it thinks stands on the page; it can be read, tested and watched, and a weak forward pass has little room for
    schemes. The post saw it the other way round: whoever is paid for results gets better at results, and notes that are paid
    for by results need not be what the model thinks. They may be decoration, or worse, carry a message past the reader. On
    one thing both agree: that notes are <term:faithful>faithful</term> has to be shown and cannot be assumed.
question-run =
    With a large model nobody can settle that at a desk. With two very small ones, trained from scratch on one kind of
    arithmetic and open to the last weight, each claim of the debate becomes an experiment, and you can run it. Change
    something: <do:word-mistake>put a mistake into the second step</do>, <do:word-cut>take its notes away</do>, or ask for
    something that neither was ever asked, <do:word-negative>a negative number</do>. The notes that you see are written while
    you look, by a model in your browser.
question-note =
    Tests and their lines were written down and committed before the models that they judge were trained; where that was not
    so, it says so beside the number. Baselines get the best of a sweep, the model that we would like to win gets its seed in
    the middle, and no problem that is asked below was in any training.
question-parts = Parts of this page

## Is the work done in the notes?

work-title = Is the work done in the notes?
work-reward =
    Start with what the reward did. <do:word-before>Before it</do>, small answers at once; <do:word-after>after it</do>, it
    writes first. Nobody told it to. It had seen notes in the text that it began with, among much else, and the reward made more
    of what worked.
work-without =
    For the argument that matters only if small could not have done without. If the answer was there all along, the notes are a
    story told afterwards, and stories can be told about anything. So the first thing to find out is what one forward pass of
    each size can do, given every chance: longer training, other sizes, easier and harder problems. Judge for yourself whether
    “could not” is the right word, or whether notes are the cheap way rather than the only one.
work-tests =
    The second is what the answer does when the notes are changed. A <term:load-bearing>load-bearing</term> chain takes the
    answer along. The tests are those of <cite:lanham2023/>; they are only as good as their controls, since a score of this kind
    can measure how often a model is right instead (<cite:bentham2024/>). So they are tried out on a model that is known to
    ignore its notes, and on one that has nothing else. The third is to look for the answer inside, before the first word is
    written, as <cite:kudo2024/> did.
work-note =
    Load-bearing, <term:legible>legible</term> and complete are three things. A chain can carry the work and be unreadable; it
    can be read and leave the work undone. Nowhere on this page are they added up to one score. Reinforcement is REINFORCE with
    the mean of each group as baseline and no other normalisation (<cite:liu2025/>).

## Can notes deceive?

deceit-title = Can notes deceive?
deceit-worry =
    Explanations can leave out what decided (<cite:turpin2023/>). Here is the worry in its sharpest form: a chain that reads
    like harmless planning and carries the result in <term:steganography>hidden writing</term>. If every plan can be worded
    in two ways, each word is a bit, and a handful of them is enough for a remainder.
deceit-stake =
    Both sides have a stake in it. If rewarding a model for answers while punishing it for numbers brings this about, that
    speaks for the post (<cite:baker2025/> found the like in large models). If it never comes about by itself, and if a
    <term:paraphraser>paraphraser</term> between notes and answer destroys it, that speaks for purple fire, who proposed just
    that, after <cite:kokotajlo2024/>; <cite:roger2023/> had tried it before. Watch <do:word-hider>the one that hides in its
    words</do>, then let somebody else say its chain again. And look at what happens when the paraphraser watches another
    channel than the one that is used, or comes by only now and then.
deceit-note =
    How much a chain carries is measured in bits that a decoder of a simple kind can use (<cite:xu2020/>), less what the same
    decoder finds in shuffled answers. A stronger decoder could find more.

## Who reads them?

readers-title = Who reads them?
readers-monitors =
    Notes help only if somebody reads them, and nobody can read them all. The case for keeping chains readable
    (<cite:korbak2025/>) rests on <term:monitor>monitors</term> that do it for us, and on its being hard to get past them
    where the chain is needed (<cite:emmons2025/>). So we trained one, as small as small, and put beside it what it must
    beat: a checker that only does sums, a reader who is merely surprised, and two dummies that see almost nothing.
readers-split =
    The other proposal is to split the system in two: a reasoner that nobody asks to be good, so that it has no cause to
    pretend, and a face that reads its notes and decides what the user is told. Against it stand single models with the same
    rule in their reward. Does a rule about the output creep into the notes, as <cite:drori2025/> found?

## What if there are no words?

minds-title = What if there are no words?
minds-thoughts =
    Notes are slow. A model can be trained to feed its last vector back in the place of a word (<cite:hao2024/>), or to spend
    empty tokens on thinking (<cite:pfau2024/>), or to do silently what it once did aloud (<cite:deng2024/>). purple fire
    would avoid all that, since it gives up what can be read. What exactly is given up?
minds-inside =
    And the other way round: is large really a black box? Its weights are as open here as small’s. Other models that
    calculate with remainders were taken apart and found to turn angles (<cite:nanda2023/>), in more than one way
    (<cite:zhong2023/>). We ask for less: a program of ten lines that tells what each of the two will answer, also where it
    is wrong.
minds-note =
    That a <term:linear-probe>linear probe</term> finds something proves that it is there, not that it is used; that is what
    <term:activation-patching>activation patching</term> is for.

## Far from home

home-title = Far from home
home-trust =
    In training both are right nearly always, and trust costs nothing. What counts is what they do <term:off-distribution>off
    distribution</term>: with negative numbers, which both have seen in sums but never in a problem; with longer numbers,
    other remainders, more terms. purple fire expects large to become unpredictable there, while small’s notes would say how
    it means to adapt. Others expect fluent notes with the wrong template (<cite:zhao2025/>), or right answers after wrong
    steps (<cite:dziri2023/>).
home-ask =
    Every cell of the maps below is a problem that you can ask. And the tests of the chain can be
    <do:word-battery-negative>repeated with negative numbers</do>.

## Weighing it

weighing-title = Weighing it
weighing-preference =
    purple fire’s conclusion is a preference: at equal <term:capability>capability</term>, rather the weaker generator with
    more reinforcement than the stronger one alone. Whether that is right depends on what one wants from oversight, and that
    is why the figure below lets you choose it and never adds it up. If you want to foretell wrong answers, you will end at
    one place; if you want to be warned of them, at another.
weighing-debate =
    After that, the debate itself, claim by claim. Each verdict is computed from the results and from lines in a file that
    you can read. Say what you expect before you look. Any of them can come out against either side, and a test whose own
    control fails does not count.

## What none of this can show

cannot-title = What none of this can show
cannot-scale =
    <strong>Scale.</strong> These models have fewer weights than a photograph has pixels. That something happens here shows
    that it can happen; that it does not happen here shows next to nothing about models that have room for it. Large models
    come to their chains from human text and bring its habits along.
cannot-scratch =
    <strong>Training from scratch.</strong> Every system here was trained for its part: the hider was taught to hide before
    it was rewarded, the face was never tempted. Whether such things arise by themselves is the question that the debate
    turns on, and only where it says “plain reinforcement” does this page touch it.
cannot-task =
    <strong>The task.</strong> Sums and products with a remainder can be done all at once; nothing in them has to be done one
    after the other. A chain is needed here for want of capacity, not in principle, and with enough training one pass may do
    without. Where a task is truly serial, notes may be bound more tightly to the work.
cannot-intentions =
    <strong>Intentions.</strong> Nobody here wants anything. That reinforcement makes agents of models, or sets them goals,
    has no test on this page.
cannot-recipe =
    <strong>One recipe.</strong> Large has one <term:seed>seed</term>, small has several, and each arm one recipe that was
    found by trying. What was tried and failed is in the log; what nobody tried is not.
cannot-rate =
    <strong>One answer is no rate, and a rate is no reason.</strong> An answer that follows a changed note shows that the
    note was used. It does not show that the notes are complete, nor that nothing is hidden in them.

## The lists at the end

glossary-title = Words
sources-title = Sources
