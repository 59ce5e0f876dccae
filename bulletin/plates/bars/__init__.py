"""Bars of one unit on one scale."""
