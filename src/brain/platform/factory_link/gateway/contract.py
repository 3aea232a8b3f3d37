"""What the assembly hands to the gateway's side of the link."""

from collections.abc import Callable
from dataclasses import dataclass

import httpx

from brain.platform.factory_link.gateway.domain.consents import Terms

__all__ = ["PATIENCE", "BrainReach", "Terms"]

PATIENCE = 30.0  # seconds that a brain is given to answer


@dataclass(frozen=True)
class BrainReach:
    """How brains are reached: `client` makes an HTTP client (proxy, certificates). `version` is ours."""

    client: Callable[[], httpx.AsyncClient]
    version: str
