"""Rules of the brain's half of the exchange, free of input and output."""
