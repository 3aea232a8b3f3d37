"""What both sides write to each other."""
