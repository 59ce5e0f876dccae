"""Tests of the pages for screens."""
