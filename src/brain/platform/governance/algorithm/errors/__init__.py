"""Suspected errors in a table and what they should be, told from the table itself: no rules, no labels."""
