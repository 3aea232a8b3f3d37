"""Measuring the versions of data sets."""
