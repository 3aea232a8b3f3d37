"""Rules of production performance."""
