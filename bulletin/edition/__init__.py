"""What a page shows: blocks worded, dated and rounded in both languages."""
