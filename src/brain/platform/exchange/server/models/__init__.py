"""Tables of the centre's half of the exchange."""
