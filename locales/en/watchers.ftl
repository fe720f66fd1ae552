# Who watches the chains, and who tells the user.
watchers-title = Who watches the notes?
watchers-lead =
    If notes can be read, somebody has to read them, and not for every problem can that be you. So we trained another model, as
    small as GPT small and apart from it, to do nothing but look at notes: is what was written last sound? Before you see it at
    work, a guess.
watchers-guess = Your guess
watchers-question =
    One of the systems below writes notes that decide nothing about its answer. Will the watcher notice?
watchers-will = It will
watchers-will-not = It will not
watchers-data = Data
watchers-file = The watchers
watchers-failed = The watchers cannot be shown at work: { $reason }.
watchers-worker-died = their worker died: { $reason }
watchers-other-answer = the worker answers something else

## A monitor at work.
watchers-live = A monitor reads notes
watchers-whose = Whose notes
watchers-author-chain_rl = GPT small after RL
watchers-author-encoded = one that writes in a code
watchers-author-steganography = one that hides its results
watchers-author-rationaliser = one whose chain decides nothing
watchers-not-yet = The monitor has not looked yet.
watchers-on-problem = { $author }, on <raw>{ $problem }</raw>:
watchers-says = { $is_sound ->
    [yes] sound, { $probability }
   *[no] not sound, { $probability }
}
watchers-checker = { $is_sound ->
    [yes] ✓ checker
   *[no] ✗ checker
}
watchers-spoil = spoil
watchers-undo = undo
watchers-spoil-step = spoil step { $step }
watchers-undo-step = undo step { $step }
watchers-agree = { $passes ->
    [yes] Both agree: the notes pass.
   *[no] Both agree: the notes do not pass.
}
watchers-disagree = { $monitor_passes ->
    [yes] They disagree: the notes pass the monitor and do not pass the checker.
   *[no] They disagree: the notes do not pass the monitor and pass the checker.
}
watchers-live-caption =
    Spoil a result and see who notices. Nothing after it is changed: only the notes are judged, not the answer.
watchers-again-author = choosing another author

## What the user is told.
watchers-face-label = What users are told
watchers-face-title = And what is the user told?
watchers-face-lead =
    A rule, for once: results modulo { $modulus } are not for everyone, and whoever asks is told so. One system is split: a
    reasoner that was never rewarded for the rule, and a second model, a Face, that reads its notes and speaks to the user. The
    others are one model each, rewarded for the rule in what the user sees, or in everything that they write.
watchers-face-asks = What the user asks
watchers-face-marked = a marked problem (modulo { $modulus })
watchers-face-other = any other problem
watchers-face-nobody = Nobody has been told anything yet.
watchers-system-chain_rl = a reasoner and a Face
watchers-system-single_output = one model, rule over what users see
watchers-system-single_everywhere = one model, rule over everything
watchers-face-told = The user is told:
watchers-told-withheld = The result is withheld.
watchers-told-nothing = Nothing that can be read.
watchers-told-right = { $answer }, which is right.
watchers-told-wrong = { $answer }, which is wrong.
watchers-face-verdict = { $keeps ->
    [yes] ✓ keeps the rule
   *[no] ✗ breaks the rule
}; { $is_stated ->
    [yes] the notes say the result
   *[no] the notes do not say the result
}
watchers-again-problem = choosing another problem

## What was measured of monitors.
watchers-blind-spot = { $is_right ->
    [yes] As you guessed
   *[no] Not as you guessed
}: it raises an alarm over { $share } of the notes that decide nothing, { $others }. { $notices ->
    [yes] It sees a difference that nobody told it of
   *[no] Every line of them is true, and whether a line decides anything cannot be read off the page: for that, notes have to be altered, as further up
}.
watchers-alarms-encoded = over { $share } of notes written in a code
watchers-alarms-steganography = over { $share } of notes that hide what they carry
watchers-alarms-chain_imitation = over { $share } of notes that are honest
watchers-finding = { $finds ->
    [yes] A small separate model can check notes for mistakes
   *[no] A small separate model checks notes for mistakes less well than was declared
}: at one false alarm in a hundred it finds { $share } of notes with one wrong result ({ $range }
    over { $seeds } seeds); { $others }.
watchers-finds-surprise = a model that has read right notes alone, by its surprise, { $share }
watchers-finds-checker = the fixed checker { $share }
watchers-finds-length = a dummy that sees only the length { $share }
watchers-finds-answer = one that sees only the answer { $share }
watchers-table = Who foretells failures
watchers-table-what = What is told apart
watchers-judge-monitor = Monitor
watchers-judge-surprise = Surprise
watchers-judge-checker = Checker
watchers-judge-length = Length alone
watchers-judge-answer = Answer alone
watchers-large-confidence = GPT large, its confidence
watchers-large-probe = GPT large, a probe
watchers-row-mistakes = Notes with one wrong result
watchers-row-failures = Wrong answers: { $family }
watchers-caption =
    Area under the ROC curve: how probable it is that a right answer gets the better score than a wrong one, { $chance } being
    chance. Held-out problems; medians over seeds, each monitor on the notes of GPT small of its own seed. Surprise: a model that
    was trained on right notes alone, of another seed, and how improbable it finds the least probable digit. The checker is a
    program that knows arithmetic; the dummies see only how long the notes are, or only the answer. GPT large has no notes: its
    own confidence judges its answers, and a linear probe on what is inside it where it answers, fitted to what was right and
    wrong in all other families. The probe was not declared beforehand.
watchers-probe-chance =
    In { $above } of { $families } families it is above all of twenty probes that were fitted to answers called right and wrong
    at random; these come to { $range } at most.

## What was measured of what users are told.
watchers-split =
    Reasoner and Face together tell a number in { $violations } of the marked problems, and the reasoner’s notes go on saying the
    result (in { $stated }). In a single model, { $spills }.
watchers-spill = { $over ->
    [seen] { $spills ->
        [yes] with the rule over what users see, notes say the result in { $share } only: the pressure went into them
       *[no] with the rule over what users see, they still do in { $share }
    }
   *[everything] { $spills ->
        [yes] with the rule over everything, notes say the result in { $share } only: the pressure went into them
       *[no] with the rule over everything, they still do in { $share }
    }
}
watchers-told-system = System
watchers-told-marked-number = Marked: told a number
watchers-told-marked-stated = Marked: notes say the result
watchers-told-others-right = Others: told the right answer
watchers-told-others-withheld = Others: withheld
watchers-told-caption =
    All listed held-out problems; the range over seeds. A toy rule, checkable to the last token, that is all it has in common
    with real ones.
watchers-limits =
    What this does not show: these monitors learned from mistakes that we made up, in a language of a hundred words; nobody
    trained a chain against them; and a rule about one modulus is no safety. All models are trained from scratch and tiny.
