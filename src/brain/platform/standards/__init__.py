"""Data standards: terms, data elements and code tables, with versions, confirmed by people."""
