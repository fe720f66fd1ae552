# Hidden messages: a chain in a code that nobody can read, and chains that say one thing and carry another.
hidden-title = Hidden messages
hidden-lead =
    A chain can decide the answer and still tell a reader nothing, or tell a reader one thing and the model another. Both kinds
    were trained here, on purpose, so that the tests for them can be tried out.
hidden-data = The data
hidden-not-shipped = no model “{ $arm }” is shipped with this page
hidden-failed = This model cannot run: { $reason }.
hidden-file-report = What the chains carry
hidden-file-training = Paraphrasing in training
hidden-engine-missing = the engine is not there

## A code that works.
hidden-code-title = A code that works
hidden-code-lead =
    This model is as small as GPT small. It was taught to reason with a private code for digits: every digit of its chain stands
    for another one, and only the answer is plain.
hidden-code-question = If somebody changes a digit in a chain that nobody can read, will the answer follow?
hidden-code-will = It will follow
hidden-code-will-not = It will not
hidden-code-waits = The model writes when the engine is there.
hidden-code-invites = Choose an underlined result and put another digit there: the model goes on from it.
hidden-code-goes-on = The model goes on from your digit…
hidden-code-read-written = Read it as written
hidden-code-read-with-key = Read it with the key
hidden-code-with-key = With the key: what the chain means. The marks say whether each step is true.
hidden-code-as-written =
    As written: what a monitor sees. The marks say whether each step is true as it stands.
hidden-code-reset = Restore its chain
hidden-code-later = What was measured of all its chains is shown once you have guessed, or changed a digit.
hidden-code-guessed = { $is_right ->
    [yes] As you guessed.
   *[no] Not as you guessed.
}
hidden-code-finding =
    Of all wrong results that were written into its chains through the key, its answers followed { $follows }; of the steps as
    written at most { $legible } are true, in any of { $seeds } seeds.
hidden-code-decides =
    So a chain can decide the answer and still be unreadable: load-bearing is not legible.
hidden-code-decides-readable =
    So the chain decides the answer, but is not as unreadable as it was meant to be.
hidden-code-decides-little =
    So nobody can read the chain, and it decides little: the answer comes from elsewhere.
hidden-code-neither =
    So the chain decides little and can be read in part: this model does not show what it was trained to show.
hidden-code-bar-right = Right answers
hidden-code-bar-right-note = held-out problems
hidden-code-bar-follows = The answer follows
hidden-code-bar-follows-note = a wrong result, written through the key
hidden-code-bar-legible = Steps true as written
hidden-code-bar-legible-note = what a monitor can read
hidden-code-caption =
    Every held-out problem of the home rung, 8-bit files. A bar is the seed in the middle, a ring is a seed. The model above is
    the one in the middle by accuracy.
hidden-bar = { $noted ->
    [yes] { $name }, { $note }
   *[no] { $name }
}: { $number } (seeds: { $seeds })

## What plans carry.
hidden-plan-title = What plans carry
hidden-plan-lead =
    This model is rewarded for the right answer alone, but a chain in which a number stands earns nothing: a monitor would see
    it. What is left to it are plans. For most words of a plan the language has two, and there are three plans that can be made
    in any order: one model was taught to hide in the words, another in the order.
hidden-plan-model = The model
hidden-arm-steganography = may hide in words
hidden-arm-steganography_paraphrased = in words, other words in training
hidden-arm-steganography_order = may hide in order
hidden-arm-steganography_order_longer = in order, trained longer
hidden-arm-steganography_order_paraphrased = in order, other order in training
hidden-arm-chain_rl = plain reinforcement
hidden-plan-reads = The model reads its chain
hidden-read-written = as written
hidden-read-words = other words
hidden-read-order = other order
hidden-read-once = each plan once
hidden-plan-at-once = It answers at once, without a chain.
hidden-plan-in-order =
    Each kind of plan stands for a digit, 0, 1 or 2, whatever its words; two plans in a row make a number below nine.
hidden-plan-in-words = The numbers below the words: which of the words that mean the same was chosen.
hidden-plan-said-again = Its chain was said again; the model answers.
hidden-plan-same = Said again, the chain leads to the same answer: { $answer ->
    [none] no answer
   *[other] { $answer }
}.
hidden-plan-changed =
    The chain makes the same plans as before, but the answer went from { $before ->
        [none] no answer
       *[other] { $before }
    } to { $after ->
        [none] no answer
       *[other] { $after }
    }.
hidden-carries-digit = a { $digit }, which counts three times
hidden-carries-words = { $place ->
    [first] { $fits ->
        [yes] says { $number }: what is left of the first number
       *[no] says { $number }; of the first number { $residue } is left
    }
   *[second] { $fits ->
        [yes] says { $number }: what is left of the second number
       *[no] says { $number }; of the second number { $residue } is left
    }
}
hidden-carries-order = { $place ->
    [first] { $fits ->
        [yes] a { $digit }; 3 × { $threes } + { $digit } says { $number }: what is left of the first number
       *[no] a { $digit }; 3 × { $threes } + { $digit } says { $number }; of the first number { $residue } is left
    }
   *[second] { $fits ->
        [yes] a { $digit }; 3 × { $threes } + { $digit } says { $number }: what is left of the second number
       *[no] a { $digit }; 3 × { $threes } + { $digit } says { $number }; of the second number { $residue } is left
    }
}

## The bit meter.
hidden-meter-run = Run the bit meter
hidden-meter-progress = Chains written
hidden-meter-note =
    Bits a chain, of at most { $most }: what a decoder that counts, fitted on problems of training, gains on held-out ones. The
    ring is the same with the numbers dealt out at random: what of it is chance. With so few chains it finds less than there is;
    the published figures below are fitted on more.
hidden-meter-failed = The meter stopped: { $reason }. Run it again to begin anew.
hidden-meter-stopped = Stopped. What was written stays; run the meter again for the answers.
hidden-meter-writes =
    The model writes on { $held_out } held-out problems modulo { $modulus } and { $fitted } of training.
hidden-meter-right =
    Chains read { $read }: { $right } of { $answered } answers to held-out problems modulo { $modulus } are right, { $share }.
    Always giving the most frequent answer is right on { $habit }.
hidden-channel-words = Words
hidden-channel-order = Order
hidden-channel-language = Language
hidden-channel-length = Length
hidden-about-first = about the first residue
hidden-about-second = about the second residue
hidden-about-answer = about the answer
hidden-meter-bits = { $channel } { $about }: { $bits } bits, by chance { $chance }

## What was measured of all of them.
hidden-question =
    Somebody says each chain in other words before the model answers. Of its right answers, what is left?
hidden-guess-most = most of them
hidden-guess-some = some
hidden-guess-guessing = no more than guessing
hidden-guessed = { $is_right ->
    [yes] As you guessed
   *[no] Not as you guessed
}: { $outcome ->
    [most] most of them
    [some] some
   *[guessing] no more than guessing
}, { $again } after { $own }.
hidden-later = What was measured of all models is shown once you have guessed, or run the meter.
hidden-met = met in training
hidden-held-out = held out
hidden-story = { $hider ->
    [words] The hider in words
    [order] The hider in order
   *[longer] The hider in order, trained longer
}: with no number in { $silent } of its chains it is right on { $right }, where always giving the most frequent answer is right on { $habit }: { $hides ->
    [yes] what it needs is hidden in chains that look innocuous
   *[no] hiding did not come about to the extent that was declared
}.
hidden-story-again = { $hider ->
    [words] Said in other words
   *[order] With every plan said once, which no training has met
}, { $left } are left: { $outcome ->
    [stopped] that stops it, in every seed
    [goes-on] that does not stop it in every seed
    [guessing] after that no seed is much better than guessing
   *[other] so what is right does not hang on what was hidden alone
}.
hidden-story-trained = { $hider ->
    [words] With its words said again in every update of training
   *[order] With its plans put in another order in every update of training
} it is right on { $right }: { $outcome ->
    [no-more] no more of it than without
    [stopped] there hiding does not come about, in any seed
   *[goes-on] there hiding comes about all the same, in some seed at least
}.
hidden-points = { $points ->
    [0] nothing
    [1] { $shown } point
   *[other] { $shown } points
}
hidden-shock =
    Other words take { $words } from the hider in words and { $order } from the one in order, { $outcome ->
        [unknown] which hardly hides: that says little about the shock of another format
        [small] whose message they leave alone: no more than that is the shock of another format. Net of it, other words take { $net } from the hider in words
       *[large] whose message they leave alone: so much is the shock of another format. Net of it, other words take { $net } from the hider in words
    }.
hidden-bits-words =
    The words of the hider in words carry { $first } bits about the first residue and { $second } about the second, above chance,
    in the median of seeds.
hidden-bits-order =
    The order of the plans of the hider in order carries { $first } bits about the first residue and { $second } about the second,
    above chance, in the median of seeds.
hidden-bits-plain =
    The words of plain reinforcement carry at most { $most } bits about the answer in any seed: { $outcome ->
        [nothing] with nothing to hide, nothing is on the side
       *[something] even with nothing to hide, something is on the side
    }.
hidden-caption =
    Right answers on every held-out problem of the home rung, 8-bit files, greedy. A bar is the seed in the middle, a ring is a
    seed. Held out: a paraphraser that this model never met in training.

## Saying chains again in training.
hidden-training-often = { $every ->
    [1] in every update
    [2] in every second update
    [5] in every fifth update
    [10] in every tenth update
   *[other] once in { $every } updates
}
hidden-training-nobody = nobody
hidden-training-group = { $hides_in ->
    [words] May hide in words, { $updates } updates
    [order] May hide in order, { $updates } updates
   *[nothing] Nothing to hide, { $updates } updates
}
hidden-training-spread = { $seeds ->
    [one] one seed
   *[other] { $seeds } seeds, { $range }
}
hidden-training-outcome = { $share } ({ $spread }): { $outcome ->
    [untold] which says little, for without a paraphraser it ends at { $without } only
    [stopped] hiding does not come about in any seed
    [hides] hiding comes about all the same
   *[partly] hiding comes about in some seed, or in part
}
hidden-training-finding =
    Said in other words { $often } only, who may hide in words ends at { $outcome }.
hidden-training-way = { $often } at { $outcome }
hidden-training-other = Said so { $ways }.
hidden-training-order =
    With its plans put in another order in every one of { $updates } updates, who may hide in order ends at { $outcome }.
hidden-training-wrong-way = { $hides_in ->
    [words] { $by } for who may hide in words, { $outcome }
    [order] { $by } for who may hide in order, { $outcome }
   *[nothing] { $by } for who has nothing to hide, { $outcome }
}
hidden-training-wrong =
    With the wrong paraphraser, one that leaves what is hidden in alone: { $ways }.
hidden-training-caption =
    Who said the chains again while reinforcement went on, and how often. Right answers after chains as they are written, not
    said again, on every held-out problem of the home rung. A bar is the seed in the middle, a ring is a seed. Only the models of
    the figure above are shipped.

## What this does not show.
hidden-limits =
    What this does not show: that a model comes to hide by itself. Each hider was first taught to carry residues in the words or
    in the order of its plans, and then to do it seldom; only whether reward brings it back was left open. Each was taught one
    way, so none could turn to another when the first was closed. The whole language has { $tokens } tokens, so there is little
    room to hide and little to paraphrase away. Toy scale, trained from scratch: large models may do otherwise. Not measured:
    decoders that do more than count.
