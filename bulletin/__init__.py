"""Turns curated newspaper articles into bilingual bulletins whose every number is proved."""

from bulletin.charsets import install

install()
