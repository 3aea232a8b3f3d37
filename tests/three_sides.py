"""A factory, its brain and the centre that reach each other, and how word goes between them."""

from dataclasses import dataclass

import httpx
from sqlalchemy import select

from brain.platform.exchange.client.contract import ExchangeClientSettings
from brain.platform.exchange.client.models import PullRow
from brain.platform.exchange.client.service import letters, pulling
from tests import exchange_sides
from tests.conftest import RunningNode
from tests.link_sides import Sides


@dataclass
class Three:
    centre: RunningNode
    sides: Sides

    @property
    def brain(self) -> RunningNode:
        return self.sides.brain

    @property
    def factory(self) -> RunningNode:
        return self.sides.gateway

    async def connected(self) -> None:
        self.brain.node.provided[ExchangeClientSettings] = ExchangeClientSettings(
            centre_url="http://centre.test", network=httpx.ASGITransport(self.centre.app)
        )
        pair = exchange_sides.Sides(centre_node=self.centre.node, brain_node=self.brain.node)
        await pair.connected()

    async def up(self) -> None:
        """Letters of the brain go to the centre."""
        await letters.drain(self.brain.node)

    async def down(self) -> None:
        """What the centre sends down reaches the brain."""
        async with self.brain.node.database.transaction() as session:
            pull = (await session.scalars(select(PullRow))).one()
        await pulling.run(self.brain.node, pull.id)
