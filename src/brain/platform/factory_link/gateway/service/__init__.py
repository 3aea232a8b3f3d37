"""Use cases of the gateway's side."""
