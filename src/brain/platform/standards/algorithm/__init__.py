"""Finding standards by name and by meaning."""
