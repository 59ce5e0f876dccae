"""Squares that each stand for so many of a unit."""
