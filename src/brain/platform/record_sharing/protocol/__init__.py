"""What the two sides have in common: forms of sharing and letters."""
