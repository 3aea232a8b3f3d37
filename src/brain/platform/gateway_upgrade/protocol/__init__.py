"""What both sides and the publisher agree on."""
