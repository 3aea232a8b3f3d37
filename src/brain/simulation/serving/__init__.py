"""A simulated plant behind the protocols that real machines speak."""
