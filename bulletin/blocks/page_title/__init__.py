"""The title of a page of the summary."""
