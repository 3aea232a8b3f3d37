"""What a training set is, and what is told of it."""
