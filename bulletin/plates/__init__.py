"""One room a kind of plate: what a curator writes, what a page shows, how it is drawn, and what it is in Word."""
