"""Honors with their level and year."""
