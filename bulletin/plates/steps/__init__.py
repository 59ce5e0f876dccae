"""The steps of a procedure, numbered."""
