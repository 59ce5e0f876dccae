"""Who holds honours of these names, at which level."""
