"""Turns curated newspaper articles into bilingual bulletins whose every number is proved."""
