"""JSON shapes of the brain's exchange pages."""
