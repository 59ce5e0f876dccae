"""A few figures side by side, or the article's silence."""
