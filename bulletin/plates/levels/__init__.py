"""Honours by level, counted."""
