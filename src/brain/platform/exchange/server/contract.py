"""What the assembly hands to the centre's half of the exchange, how it is made of the node, and what upper
rooms hear from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from brain.kit.db import Database
from brain.kit.errors import Unavailable
from brain.kit.events import Event
from brain.kit.node import Node
from brain.platform.exchange.protocol import SANDBOX_PREFIX


@dataclass(frozen=True, kw_only=True)
class ExchangeServerSettings:
    """`largest_body` in bytes (annex 3, 2.4 d)."""

    largest_body: int


@dataclass(frozen=True, kw_only=True)
class Sandbox:
    """联调测试环境: the same face on a database of its own (annex 3, 2.4 b)."""

    node: Node


@dataclass(frozen=True, kw_only=True)
class Environment:
    """Production or sandbox as a call sees it; applications live in `home`, always the centre itself."""

    node: Node
    home: Node
    prefix: str
    settings: ExchangeServerSettings

    @property
    def is_sandbox(self) -> bool:
        return self.node is not self.home


@dataclass(frozen=True, kw_only=True)
class LetterReceived(Event):
    """A brain wrote; heard once, in the transaction that notes it. `client_id` is where an answer goes."""

    client_id: str
    brain: str
    id: str
    kind: str
    body: Mapping[str, Any]


def sandbox_of(node: Node, dsn: str | None) -> Sandbox:
    """The sandbox of a centre: same key, other database, other folder. Listeners hear the centre only."""
    if dsn is None:
        raise Unavailable("能力中心须有联调测试环境的数据库：请配置 BRAIN_DATABASE__SANDBOX_DSN")
    database = Database(dsn, pool_size=2)
    node.also_close.append(database)
    return Sandbox(
        node=replace(node, name=f"{node.name}_sandbox", database=database, folder=node.folder / "sandbox")
    )


def environments(node: Node) -> tuple[Environment, Environment]:
    settings, sandbox = node.get(ExchangeServerSettings), node.get(Sandbox)
    return (
        Environment(node=node, home=node, prefix="", settings=settings),
        Environment(node=sandbox.node, home=node, prefix=SANDBOX_PREFIX, settings=settings),
    )
