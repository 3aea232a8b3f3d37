"""Names of what is recorded."""
