"""What the brain's portal asks of the exchange."""
