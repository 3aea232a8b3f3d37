"""Which records of two tables, or of one, mean the same enterprise, with or without labels."""
