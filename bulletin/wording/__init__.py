"""How numbers, units and dates are worded in both languages."""
