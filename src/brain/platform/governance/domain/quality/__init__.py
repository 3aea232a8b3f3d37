"""Declared rules of data quality: what may be declared, the query that checks it, what follows from it."""
