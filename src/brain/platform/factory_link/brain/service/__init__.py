"""Use cases of the brain's side."""
