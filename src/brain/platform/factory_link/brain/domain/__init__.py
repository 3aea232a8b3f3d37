"""Rules of the brain's side."""
