"""Every SQL statement of the industry graph, by what it is about."""
