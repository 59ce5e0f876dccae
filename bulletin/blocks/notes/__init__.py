"""Notes, sources, imprint."""
