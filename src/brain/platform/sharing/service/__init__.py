"""Use cases of sharing."""
