"""What remote configuration does, one function for each use."""
