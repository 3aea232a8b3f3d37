"""JSON shapes of collecting."""
