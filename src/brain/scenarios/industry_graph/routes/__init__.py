"""Routes of the industry graph, by what a page does."""
