"""What can be done with figures of peers."""
