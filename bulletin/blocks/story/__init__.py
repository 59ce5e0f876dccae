"""A story: headline, paired paragraphs, plates."""
