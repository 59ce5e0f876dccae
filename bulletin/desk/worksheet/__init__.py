"""An article as a worksheet for its curator: every number with its quote, guesses marked as guesses, gaps as TODO."""
