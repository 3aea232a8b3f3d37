"""What the three sides have in common: steps, letters, certificates."""
