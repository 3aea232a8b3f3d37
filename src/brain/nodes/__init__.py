"""The assemblies: three kinds of node made of the same rooms, and what surrounds them."""
