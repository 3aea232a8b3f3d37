"""Every SQL statement of the centre's half of the exchange."""
