"""Rules of the centre's half of the exchange, free of I/O."""
