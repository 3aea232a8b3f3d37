"""The link between a factory's gateway and a brain: both sides and what they say to each other."""
