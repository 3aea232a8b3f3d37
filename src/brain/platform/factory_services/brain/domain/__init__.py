"""Rules of this side."""
