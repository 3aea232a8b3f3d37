"""Shells as files."""
