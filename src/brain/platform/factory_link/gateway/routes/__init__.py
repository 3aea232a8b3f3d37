"""Routes of the gateway's side."""
