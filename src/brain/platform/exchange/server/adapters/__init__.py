"""Files and connections of the centre's half of the exchange."""
