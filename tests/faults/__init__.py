"""What is killed in the middle loses nothing and doubles nothing."""
