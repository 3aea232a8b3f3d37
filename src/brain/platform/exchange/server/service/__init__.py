"""Use cases of the centre's half of the exchange."""
