"""What can be done on this side."""
