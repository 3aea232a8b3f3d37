"""Words and rules of this side."""
