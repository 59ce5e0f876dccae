"""The same figures at two times."""
