"""The parts of a whole on one bar."""
