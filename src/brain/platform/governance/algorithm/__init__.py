"""What computes over many rows at once: matching, repairing."""
