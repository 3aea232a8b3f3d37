"""The scenarios of annex 1, one room each."""
