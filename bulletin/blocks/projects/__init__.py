"""The tracker of projects."""
