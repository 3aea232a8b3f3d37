"""Use cases of collecting."""
