"""What remote configuration knows without database and network."""
