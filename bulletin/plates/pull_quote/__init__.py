"""Words of the article, set large."""
