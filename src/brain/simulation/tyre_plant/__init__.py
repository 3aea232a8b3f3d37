"""A tyre factory: physics of its machines, records of its operations, laws of its stock."""
