"""A centre and a brain side by side, joined by a network that can fail."""

from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from brain.platform.exchange.client.contract import ExchangeClientSettings
from brain.platform.exchange.server.routes.provocation import BrokenOnPurpose
from tests.conftest import RunningNode
from tests.exchange_sides import Sides


class Network(httpx.AsyncBaseTransport):
    """Carries calls into the centre's application. While it is `down` nothing arrives."""

    def __init__(self, app: Any) -> None:
        self._centre = httpx.ASGITransport(app)
        self._calls_until_loss = -2
        self.down = False
        self.calls: list[str] = []
        self.users: list[str | None] = []

    def lose_after(self, calls: int) -> None:
        """Carry so many business calls; of the next one the answer gets lost."""
        self._calls_until_loss = calls

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.calls.append(f"{request.method} {request.url.path}")
        if self.down:
            raise httpx.ConnectError("down", request=request)
        try:
            answer = await self._centre.handle_async_request(request)
        except BrokenOnPurpose as broken:
            raise httpx.RemoteProtocolError("broken", request=request) from broken
        if request.url.path.startswith("/exchange/v1/enterprises/basic"):
            self.users.append(request.headers.get("X-Brain-On-Behalf-Of"))
        if request.url.path != "/oauth/token":
            self._calls_until_loss -= 1
            if self._calls_until_loss == -1:
                raise httpx.ReadError("lost", request=request)
        return answer


@dataclass(kw_only=True)
class Pair(Sides):
    centre: RunningNode
    brain: RunningNode
    network: Network


@pytest.fixture
def pair(centre: RunningNode, brain_node: RunningNode) -> Pair:
    network = Network(centre.app)
    brain_node.node.provided[ExchangeClientSettings] = ExchangeClientSettings(
        centre_url="http://centre.test", network=network
    )
    return Pair(
        centre_node=centre.node, brain_node=brain_node.node, centre=centre, brain=brain_node, network=network
    )
