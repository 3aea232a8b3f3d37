"""Measuring: from values of points to times and quantities."""
