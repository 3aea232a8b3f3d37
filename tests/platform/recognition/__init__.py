"""Recognition, at all three sides."""
