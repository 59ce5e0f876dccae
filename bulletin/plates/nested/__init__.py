"""A share within a share."""
