"""Faults of the machine, and what a build leaves behind."""
