"""What commands know of configurations: signing on an administrator's own computer."""

from brain.platform.gateway_configuration.protocol.signing import Wanted, signed

__all__ = ["Wanted", "signed"]
