"""One room a kind of block: what a content file holds for it, what a page shows, and what it is in Word."""
