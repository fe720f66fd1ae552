# A worksheet and its key.
sheet-print = Print
sheet-leave = To the page
sheet-running = The models are still working …
sheet-name = Name ______________________ Class __________ Date __________
sheet-key-title = Answer key: { $lesson }
sheet-problems =
    Work out the right answer. Then tick who you think will be right: GPT large, which answers at once, or GPT small, which
    writes notes first. Open the page, type each problem, and write down what came.
sheet-problems-key = What the models answer, worked out by the page as this key was made; the notes are those of GPT small.
sheet-problem = Problem
sheet-right = Right answer
sheet-predict-large = GPT large
sheet-predict-small = GPT small
sheet-came = What came
sheet-guess = ☐ right ☐ wrong
sheet-either = { $one } or { $other }
sheet-home = as in training
sheet-figure =
    How many of a hundred problems each gets right. Hatched: GPT large, as measured. Draw in the empty bars what you expect
    of GPT small, then compare with the page.
sheet-figure-key = How many of a hundred problems each gets right, as measured. Hatched: GPT large. Dotted: GPT small.
sheet-questions = Predict, run, explain
sheet-foot =
    Two toy models, trained from scratch on one kind of arithmetic: what holds for them may not hold for large ones.
