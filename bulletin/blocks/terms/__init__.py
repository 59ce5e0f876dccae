"""Terms that a foreign reader will not know."""
