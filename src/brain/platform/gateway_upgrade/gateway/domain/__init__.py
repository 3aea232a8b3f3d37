"""Rules of upgrading, without database."""
