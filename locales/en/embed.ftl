# One figure in the frame of another page.
# The name of the page, which is not translated.
embed-page = Show Your Work
embed-open = Open the full page
embed-run = Run it here
embed-recorded = Recorded results.
embed-loading = Loading…
embed-live = Live in your browser.
embed-failed = Not running.

# The button of every dialog.
