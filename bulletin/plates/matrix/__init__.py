"""Which article uses which term."""
