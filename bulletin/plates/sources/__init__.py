"""Each article, who wrote it, how it was dated."""
