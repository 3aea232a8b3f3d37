"""Rules of correcting a record."""
