"""HTTP face of the data warehouse."""
