"""When the facts of each article are from."""
