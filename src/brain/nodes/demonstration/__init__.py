"""The demonstration: people, data and the whole loop, each step safe to repeat."""
