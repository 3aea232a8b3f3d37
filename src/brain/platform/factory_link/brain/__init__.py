"""The brain's side of the factory link."""
