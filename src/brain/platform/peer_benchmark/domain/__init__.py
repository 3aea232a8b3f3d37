"""Rules of comparing."""
