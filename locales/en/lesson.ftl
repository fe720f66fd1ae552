# A lesson being played.
lesson-step = Step { $step } of { $steps }
lesson-progress = How far you are in the lesson
lesson-end = End of the lesson
lesson-next = Next step
lesson-finish = To the end
lesson-back = Back
lesson-leave = Leave the lesson for the whole page
lesson-veil = Predict first. The result then appears here.
lesson-predict = That is my prediction
lesson-skip = Show it without a prediction
lesson-running = Running …
lesson-came = What came: { $right }.
lesson-foreseen = ✓ You foresaw it: { $right }.
lesson-otherwise = You expected: { $chosen }. What came: { $right }.
lesson-own-words =
    In your own words. They stay on this device: they are not part of your result code, and are not sent anywhere.
lesson-score = You foresaw { $n } of { $of }.
lesson-summary = Your predictions and what came
lesson-question = Question
lesson-expected = You expected
lesson-what-came = What came
lesson-mark-foreseen = ✓ foreseen
lesson-mark-otherwise = ≠ otherwise
lesson-mark-open = – no prediction
lesson-code-words =
    For your teacher: this code holds the lesson, what you expected and what came. No name, none of your own words.
lesson-code = Result code
lesson-restart = Forget it all and start again

# A file shown on the page.
offer-text =
    This frame may have swallowed the file without a word. Here is what is in it, selected: copy it (Ctrl or ⌘ and C) and
    save it under the name above.
offer-picture =
    This frame may have swallowed the file without a word. Here is the picture: press it long, or with the right button,
    to save it.
offer-refused = This browser has made no picture of it. The other forms hold the same: SVG is a drawing, the rest are its numbers.
offer-content = What is in the file
