"""How the gateway reaches a brain."""
