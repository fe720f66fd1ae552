# The dialog for teachers.
class-open = Class
class-title = For a class
class-lead =
    No accounts, no server: a lesson is a link, its results are short codes, and whatever pupils write stays on their own devices.
class-link-title = A link for your class
class-lesson = Lesson
class-lesson-follows = Does the answer follow from the notes? (15 minutes)
class-lesson-outside = Outside of what it learned (45 minutes)
class-lesson-trust = Which of the two would you have to trust? (90 minutes)
class-no-lesson = none: the page as it stands now
class-lock = Lock the problem and the models
class-hide = Hide
class-control-tools = buttons at the top
class-control-problem = problem
class-control-presets = problem buttons
class-control-sampling = how it picks words
class-control-changes = changes to the notes
class-control-models = choice of models
class-control-guesses = guesses before results
class-control-runs = runs in the browser
class-control-exports = downloads
class-control-provenance = where numbers come from
class-link = Link
class-qr = The same link, for cameras
class-worksheet = Worksheet to print
class-key = Its answer key
class-more = In the room
class-present = Present it
class-guide = Teacher’s guide
class-privacy =
    Privacy, for forms: the page sets no cookie, asks no third party for anything, needs no account, and nothing that is typed
    leaves the device.

# The count of a class.
tally-title = Count the results of a class
tally-label = Result codes, a line each
tally-none = None of these lines is a result code.
tally-unknown = This page has no lesson “{ $lesson }”.
tally-n = { $n ->
    [one] One result of “{ $lesson }”.
   *[other] { $n } results of “{ $lesson }”.
    }
tally-equal = { $n ->
    [one] One of them is equal to another one. It counts: who answers the same gets the same code.
   *[other] { $n } of them are equal to others. They count: who answers the same gets the same code.
    }
tally-fault = Line { $line }, “{ $code }”, is not counted: { $why }.
tally-fault-form = it is not a result code
tally-fault-sum = a letter is missing or wrong
tally-fault-lesson = it is of another lesson
tally-fault-length = it is of another version of the lesson
tally-skipped = no prediction
