"""What the room needs of machines and of the disk."""
