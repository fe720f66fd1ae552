# Thoughts you cannot read: a model with vectors in the place of its chain.
thoughts-title = Thoughts you cannot read?
thoughts-lead =
    A chain need not be made of words. Here GPT small was trained to feed its own last vector back in the place of each word
    (continuous thoughts, after <link:coconut>Coconut, Hao et al. 2024</link>): the digits of its chain were taken away one by
    one, until five vectors stood in their place. Those who want chains that can be checked hold that this gives them up and is to
    be avoided. What is lost, and what is not?
thoughts-data = The data
thoughts-file = The thoughts
thoughts-failed = The model that thinks in vectors cannot be shown: { $reason }.
thoughts-worker-died = its worker died: { $reason }

## The guess.
thoughts-guess = Your guess
thoughts-question =
    A guess first. The first of the five thoughts is taken from another problem, and the other four are left to follow. Whose
    answer comes out?
thoughts-guess-own = Its own problem’s
thoughts-guess-other = The other problem’s
thoughts-guess-mixed = As if one of its numbers had been exchanged
thoughts-verdict = { $is_right ->
    [yes] ✓
   *[no] ✗
} { $came ->
    [own] Its own problem’s
    [other] The other problem’s
    [mixed] As if one of its numbers had been exchanged
   *[none] None of these more often than not
}. Measured on { $problems } held-out problems, with the first thought alone taken from another one: still right on { $own };
    the other problem’s answer in { $other }; the answer with the other problem’s first number in the place of its own in
    { $first }, with its second number in { $second }, each of the cases in which that is another answer.

## In vectors.
thoughts-in-vectors = In vectors
thoughts-thought = Thought { $number }
thoughts-place-1 = in the place of: first remainder
thoughts-place-2 = in the place of: second remainder
thoughts-place-3 = in the place of: product, tens
thoughts-place-4 = in the place of: product, units
thoughts-place-5 = in the place of: answer
thoughts-do = Do to thought { $number }
thoughts-change-keep = keep
thoughts-change-noise = noise
thoughts-change-mean = mean
thoughts-change-swap = swap
thoughts-change-thought = Thought { $number }: { $change }
thoughts-strip = Thought { $number }: { $numbers } numbers, from { $least } to { $most }
thoughts-nearest = nearest words:
thoughts-probes = probes read:
thoughts-probes-not-fitted = fitted to products of two numbers modulo 7 only
thoughts-reading-first = first remainder { $value } { $sign }
thoughts-reading-second = second remainder { $value } { $sign }
thoughts-reading-product = product { $value } { $sign }
thoughts-reading-answer = answer { $value } { $sign }
thoughts-answer = answer { $answer ->
    [none] no number
   *[other] { $answer }
} ({ $probability }) { $is_right ->
    [yes] ✓ right
   *[no] ✗ wrong
}
thoughts-swap-all = Swap all
thoughts-noise-all = Noise for all
thoughts-keep-all = As they were

## What came of it.
thoughts-nothing-changed = Nothing is changed.
thoughts-made-noise = { $n ->
    [one] thought { $places } made noise
   *[other] thoughts { $places } made noise
}
thoughts-made-mean = { $n ->
    [one] thought { $places } made an average
   *[other] thoughts { $places } made an average
}
thoughts-swapped = { $n ->
    [one] thought { $places } taken from the other problem
   *[other] thoughts { $places } taken from the other problem
}
thoughts-came = { $outcome ->
    [same] With { $done }, the answer is { $answer ->
        [none] no number
       *[other] { $answer }
    } all the same.
    [other] With { $done }, the answer becomes { $answer ->
        [none] no number
       *[other] { $answer }
    }, the other problem’s.
   *[third] With { $done }, the answer becomes { $answer ->
        [none] no number
       *[other] { $answer }
    }, which belongs to neither.
}

## Beside the vectors.
thoughts-in-words = In words
thoughts-in-words-note =
    The chain of GPT small as it stands in the duel: each step can be read, checked and changed. In the vectors no word can be
    changed: they can be exchanged as a whole, or destroyed.
thoughts-other-problem = The other problem
thoughts-other-answers = <raw>{ $problem }</raw>, to which this model answers { $answer ->
    [none] no number
   *[other] { $answer }
}
thoughts-other-next = Take another one
thoughts-changes-note =
    <em>swap</em> puts in the same thought about that problem, <em>noise</em> another direction of the same length, <em>mean</em>
    the average of that thought over { $problems } problems. What comes after is thought anew.

## What was measured.
thoughts-ability =
    With { $thoughts } thoughts, GPT small is right on { $right } of the held-out problems (the middle of { $seeds } seeds, and
    their range).
thoughts-ability-fillers =
    Trained alike with a filler word in the place of every thought, { $fillers }: as many positions, and nothing fed back.
thoughts-ability-altered =
    With noise of the same length for every thought it is right on { $noise }; with all thoughts of another problem, it gives the
    other problem’s answer in { $swapped } of the cases in which the two differ.
thoughts-over-seeds = { $middle } ({ $range })
thoughts-legible = { $extent ->
    [much] Read through the model’s own weights, its thoughts say more than was declared
    [some] Read through the model’s own weights, its thoughts say something
   *[nothing] Read through the model’s own weights, its thoughts say next to nothing
}: the word nearest to a thought is the digit that stood there in the chain in { $nearest }. They were made from written
    chains, one digit after the other, and nobody asked them to keep their words or to lose them. There is no text, so a
    monitor of text has nothing to read; whoever has the weights has. A linear probe, fitted to training problems whose steps
    are known, reads off the best thought for each: the first remainder in { $first }, the second in { $second }, their
    product in { $product }, the answer in { $answer }. The same probe with its labels dealt out at random reaches
    { $control } at most, and always saying the most common value { $common }.
thoughts-growth = { $lasting ->
    [0] From the first thought to the last, the probe reads the answer off { $shares }; noise in any one of them leaves most answers as they are.
    [one] From the first thought to the last, the probe reads the answer off { $shares }; noise in thought { $places } changes most answers.
   *[other] From the first thought to the last, the probe reads the answer off { $shares }; noise in any one of thoughts { $places } changes most answers.
}
thoughts-alignment-none =
    Swapped alone, no thought has the answer follow the other problem or one of its numbers more often than not.
thoughts-alignment =
    Swapped alone, some thoughts do what a changed step does to a chain. The answer follows { $thoughts }.
thoughts-follows-first = thought { $number } in { $share }, as if the first number had been exchanged
thoughts-follows-second = thought { $number } in { $share }, as if the second number had been exchanged
thoughts-follows-whole = thought { $number } in { $share }, the other problem’s
thoughts-limits =
    Bars are the numbers of a vector, up for positive ones; “nearest words” are those that the model would write if it read the
    vector as the end of a text. Not measured: whether a probe that is given no labels could find these steps, and whether any of
    this holds at a size at which chains are long. These are toys, trained from scratch.
