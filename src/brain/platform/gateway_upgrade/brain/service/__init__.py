"""What a brain does with releases, one function for each use."""
