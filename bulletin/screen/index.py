"""The list of all publications."""
