"""Statements of the gateway's side."""
