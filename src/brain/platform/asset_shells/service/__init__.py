"""Use cases of shells and name plates."""
