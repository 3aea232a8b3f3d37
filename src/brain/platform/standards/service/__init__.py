"""Finding standards, proposing and deciding them."""
