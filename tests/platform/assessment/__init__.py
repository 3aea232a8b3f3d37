"""Assessing the digital level."""
