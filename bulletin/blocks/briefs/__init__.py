"""Short items."""
