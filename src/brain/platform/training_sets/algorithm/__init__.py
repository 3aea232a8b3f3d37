"""Splitting rows, looking for leaks between the splits, describing columns."""
