"""What is kept of production performance."""
