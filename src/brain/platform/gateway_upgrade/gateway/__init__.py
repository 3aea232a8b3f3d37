"""Upgrading a gateway, as the factory decides it."""
