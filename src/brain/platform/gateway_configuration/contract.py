"""What commands know of configurations: keys, and signing on an administrator's own computer."""

from brain.platform.gateway_configuration.protocol.signing import Wanted, new_key, opened, signed

__all__ = ["Wanted", "new_key", "opened", "signed"]
