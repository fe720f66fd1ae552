# The essay around the figures. CONTRIBUTING.md explains the marks.

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
