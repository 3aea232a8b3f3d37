"""Use cases of assessing."""
