"""Every SQL statement of the brain's half of the exchange."""
