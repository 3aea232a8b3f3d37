"""Rules of the gateway's side."""
