# Words inside of plots.

plots-updates = updates of reinforcement learning
plots-parameters = parameters
plots-map-training = as in training
plots-map-digits = three digits
plots-map-one = one negative
plots-map-both = both negative
plots-bar = { $label } with { $percent } percent
plots-nothing-yet = nothing yet
