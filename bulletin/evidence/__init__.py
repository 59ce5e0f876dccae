"""Is it so, in both languages? The article, its numerals, and the rules that compare them with the content."""
