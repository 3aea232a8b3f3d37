"""What the room asks its tables."""
