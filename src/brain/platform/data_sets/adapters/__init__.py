"""The lake's files and the engine that computes over them."""
