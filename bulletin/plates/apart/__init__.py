"""Figures that look alike and are not."""
