# Whatever is run in the reader's browser and takes a while.
run-cancel = Cancel
# Spoken only.
run-begun = It has begun.
