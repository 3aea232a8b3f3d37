"""Use cases of the brain's half of the exchange."""
