"""HTTP of collecting."""
