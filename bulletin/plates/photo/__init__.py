"""Photographs: one, or two or three side by side."""
