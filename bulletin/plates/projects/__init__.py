"""The projects of some subdistricts."""
