# The page on a wall.
wall-place = { $at } of { $of }
wall-back = Back
wall-on = Next
wall-leave = Leave (Esc)
wall-duel = The same problem, twice
wall-training = How it came to write notes
wall-frontier = What one pass can do, and what notes buy
wall-battery = Does the answer follow from the notes?
wall-knowledge = Does it know before it reasons?
wall-hidden = Hidden messages
wall-watchers = Who watches the notes?
wall-thoughts = Thoughts you cannot read?
wall-inside = Inside one pass
wall-map = Where each of them is right
wall-off-distribution = Outside what they were trained on
wall-plane = What it can do, and whether you can tell
wall-debate = The debate, claim by claim
