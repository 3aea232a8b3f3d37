"""What can be done with production performance."""
