"""A table of words."""
