"""Grading of data (GB/T 43697-2024): levels, rules that can be replaced, assessment, catalogue."""
