"""How a figure becomes another: what was added, what was taken away, and what it comes to."""
