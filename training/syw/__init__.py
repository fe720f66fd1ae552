"""Training of the models of Show Your Work, and their export to the files that the page runs."""
