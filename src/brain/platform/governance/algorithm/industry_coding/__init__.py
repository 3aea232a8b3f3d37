"""Coding enterprises to GB/T 4754-2017 from name and business scope."""
