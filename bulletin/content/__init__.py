"""YAML text → model: what a curator writes, with the line and column of every value."""
