"""Releases of the gateway: signed by their publisher, carried by a brain, decided on by the owner."""
