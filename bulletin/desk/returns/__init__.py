"""Drafts that come home: what a person changed in a DOCX, told in words and written into the content file."""
