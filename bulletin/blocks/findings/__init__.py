"""A finding and figures of each subdistrict."""
