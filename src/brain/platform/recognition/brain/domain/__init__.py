"""Rules and words of this side."""
