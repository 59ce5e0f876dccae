"""The editor's tools round the build."""
