"""Configuring a gateway from afar: signed by the factory's own administrator, only carried by the brain."""
