# Files of results that do not come, and runs that stop.

# $what is one of those below, or the like of another part.
results-cannot-be-shown = { $what } cannot be shown: { $reason }.
results-measurements = The measurements
results-inside = What was measured inside
results-knowledge = What the models know
results-frontier = The frontier
results-rl-runs = The runs of training
results-map = The map
results-plane = The plane
results-debate = The debate
# In the place of a reason, before a full stop.
results-no-engine = the engine is not there
results-other-modulus = it is of modulus { $modulus }
results-other-model = it is of another model
