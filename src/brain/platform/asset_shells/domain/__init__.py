"""Rules of shells and name plates."""
