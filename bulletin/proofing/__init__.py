"""Finished files, read back: preflight, ink over ink, and the audit of every number."""
