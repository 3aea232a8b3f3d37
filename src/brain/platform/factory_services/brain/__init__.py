"""The brain's side: what it offers, and the calls of factories."""
