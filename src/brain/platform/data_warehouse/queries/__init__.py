"""Every SQL statement of the data warehouse."""
