"""Which records of two tables, or of one, mean the same enterprise, person or thing, with or without labels."""
