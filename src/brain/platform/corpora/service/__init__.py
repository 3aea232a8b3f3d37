"""Use cases of corpora."""
