"""Business systems and files, read only."""
