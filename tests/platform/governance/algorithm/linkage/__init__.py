"""Linking tables."""
