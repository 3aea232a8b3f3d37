"""Statements of collecting."""
