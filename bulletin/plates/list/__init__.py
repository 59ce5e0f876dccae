"""A short table: what, how many."""
