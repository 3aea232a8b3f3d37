"""JSON shapes of the industry graph, by route file."""
