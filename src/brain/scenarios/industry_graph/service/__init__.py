"""Use cases of the industry graph, by who calls them."""
