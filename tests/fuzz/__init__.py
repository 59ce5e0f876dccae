"""Inputs that chance makes, for so many minutes; nothing may be raised that the command does not expect."""
