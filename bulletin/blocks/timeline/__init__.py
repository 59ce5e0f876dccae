"""The time line over the whole width."""
