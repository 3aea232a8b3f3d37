"""Statements of the brain's side."""
