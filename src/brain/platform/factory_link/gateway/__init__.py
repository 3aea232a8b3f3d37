"""The gateway's side of the factory link."""
