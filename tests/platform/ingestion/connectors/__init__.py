"""Connectors, each against the real thing."""
