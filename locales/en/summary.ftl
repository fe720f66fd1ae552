# What those who hear the page are told before all else, and when a run has ended. Nobody sees it.
summary-title = In short
summary-about =
    Two small language models run in your browser and answer the same problem of arithmetic. GPT large answers at once; GPT small
    writes notes first, and you can change them. The figures below measure what such notes are worth.
summary-problem = The problem is { $problem }.
# The verdict says what the answer is worth: “right”, “wrong: 4 is right”, “no answer: 4 is right”.
summary-large = GPT large answers { $answer } at once: { $verdict }.
summary-large-none = GPT large: { $verdict }.
summary-large-pending = GPT large has not answered yet.
summary-large-failed = GPT large could not run.
summary-small =
    { $n ->
        [one] GPT small writes one step and answers { $answer }: { $verdict }.
       *[other] GPT small writes { $n } steps and answers { $answer }: { $verdict }.
    }
summary-small-silent = GPT small writes no notes and answers { $answer }: { $verdict }.
summary-small-none =
    { $n ->
        [0] GPT small writes no notes: { $verdict }.
        [one] GPT small writes one step: { $verdict }.
       *[other] GPT small writes { $n } steps: { $verdict }.
    }
summary-small-pending = GPT small has not ended yet.
summary-small-failed = GPT small could not run.
summary-unchanged = Its notes are as it wrote them.
# The label names the change: “Mistake in step 1”.
summary-changing = You changed its notes: { $label }. It is writing on.
summary-changed = You changed its notes: { $label }. { $told }
summary-recorded = This run was recorded; the models are on their way.
summary-live = The models run in your browser.
summary-stopped = The models do not run; a message says why.
summary-hint =
    To begin, follow the second link of the page, which leads to the notes, walk along them with the arrow keys, and press Enter on
    a word to put another in its place. The question mark lists all keys.
summary-hint-changed =
    The button “Undo” takes the change back. Further down, what you did to one chain is done to all of them. The question mark lists
    all keys.
