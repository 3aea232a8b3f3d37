"""What both sides of the factory link know: signatures and the shapes of messages."""
