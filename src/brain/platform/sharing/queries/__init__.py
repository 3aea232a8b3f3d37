"""What is kept of sharing."""
