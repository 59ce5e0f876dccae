"""Small multiples, each on a scale of its own."""
