"""Ways out of the brain."""
