"""One driver for each protocol that machines speak."""
