"""A dot plot: many figures of one unit on one scale."""
