"""Routes of the brain's side."""
