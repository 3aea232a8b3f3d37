"""Ways to fetch from a source by itself, one a file; each gives what is new since a cursor."""
