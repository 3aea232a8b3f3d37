"""JSON shapes of the centre's pages of the exchange."""
