"""Pages that lay themselves out: pieces, their measures, the solver, the spreading of what is left."""
