# Words inside of plots.

plots-updates = updates of reinforcement learning
plots-parameters = parameters
