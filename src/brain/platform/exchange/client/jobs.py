"""Background work of the brain's half of the exchange."""

from contextlib import suppress
from typing import Any

from brain.kit.jobs import Job
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.exchange.client.domain.outcome import CentreUnreachable
from brain.platform.exchange.client.domain.refusals import NotConnected
from brain.platform.exchange.client.service import (
    applications,
    letters,
    outbox,
    pulling,
    reconciling,
    sending,
    testing,
)

log = logger(__name__)


async def send(node: Node, payload: dict[str, Any]) -> None:
    await sending.drain(node, payload["scene"])


async def sweep(node: Node, _: dict[str, Any]) -> None:
    """Parts whose own job was lost, or that waited for credentials."""
    for scene in await sending.due_scenes(node):
        await sending.drain(node, scene)


async def send_letters(node: Node, _: dict[str, Any]) -> None:
    await letters.drain(node)


async def pull(node: Node, payload: dict[str, Any]) -> None:
    await pulling.run(node, payload["pull"])


async def start_pulls(node: Node, _: dict[str, Any]) -> None:
    await pulling.start_due(node)


async def follow(node: Node, _: dict[str, Any]) -> None:
    try:
        await applications.follow_all(node)
    except CentreUnreachable as unreachable:
        log.warning("exchange.centre_unreachable", reason=unreachable.message)


async def test(node: Node, payload: dict[str, Any]) -> None:
    await testing.run(node, payload["run"], _silently)


async def _silently(_: testing.Progress) -> None:
    """The page reads the progress from the run itself."""


async def reconcile(node: Node, _: dict[str, Any]) -> None:
    """The days that are over; today so far is compared on request."""
    with suppress(NotConnected):
        await reconciling.reconcile_open_days(node)


JOBS = (
    Job(name=outbox.SEND, run=send),
    Job(name="exchange_client.sweep", run=sweep, every="* * * * *"),
    Job(name=letters.SEND, run=send_letters),
    Job(name="exchange_client.sweep_letters", run=send_letters, every="* * * * *"),
    Job(name=pulling.PULL, run=pull),
    Job(name="exchange_client.start_pulls", run=start_pulls, every="* * * * *"),
    Job(name="exchange_client.follow", run=follow, every="* * * * *"),
    Job(name=testing.RUN, run=test),
    Job(name="exchange_client.reconcile", run=reconcile, every="20 1 * * *"),
)
