"""Chart data → drawing, by matplotlib, at final size."""
