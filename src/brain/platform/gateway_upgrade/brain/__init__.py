"""Releases of the gateway that a brain carries."""
