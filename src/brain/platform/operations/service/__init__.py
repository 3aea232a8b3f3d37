"""Use cases: keeping, reading, counting, collecting from business systems, imports, people's entries."""
