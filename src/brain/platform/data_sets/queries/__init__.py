"""Statements of data sets: builds, declarations, deliveries, grades."""
