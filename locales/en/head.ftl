# The head of the page.
head-skip = Skip to the experiment
head-skip-notes = Skip to the notes that you can change
head-title = Two small AIs, one problem.
head-title-large = One answers at once.
head-title-small = One thinks out loud.
head-lead =
    Change the notes of the one that thinks out loud, and see whether its answer follows. The other gives you nothing
    to change.
head-status-recorded = recorded run
head-status-loading = loading, { $received }
head-status-loading-share = loading, { $share } of { $total }
head-status-live = live in your browser
head-status-failed = not running
head-theme-auto = Theme: auto
head-theme-light = Theme: light
head-theme-dark = Theme: dark
head-theme-projector = Theme: projector
head-language = Language
head-language-failed =
    The words in { $language } did not arrive, so the page speaks English. { $reason }. Reload the page to try again.
head-language-fixed =
    The language cannot be changed inside of this frame. Open the page by itself, or choose the language in the link to it.
