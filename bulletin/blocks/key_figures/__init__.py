"""The large figures of the front page."""
