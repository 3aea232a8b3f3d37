"""Where security keeps things outside the database."""
