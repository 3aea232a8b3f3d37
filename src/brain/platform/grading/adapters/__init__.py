"""Grading's way to a language model."""
