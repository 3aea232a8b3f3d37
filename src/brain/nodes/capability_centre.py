"""省级能力中心: its rooms."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI

from brain.kit.node import Node
from brain.kit.room import Room
from brain.nodes.assembly import Assembly
from brain.nodes.settings import Settings
from brain.nodes.warehousing import provide_warehouse
from brain.platform.corpora import manifest as corpora
from brain.platform.data_sets import manifest as data_sets
from brain.platform.data_warehouse import manifest as data_warehouse
from brain.platform.enterprise_record import manifest as enterprise_record
from brain.platform.exchange.server import manifest as exchange
from brain.platform.exchange.server.contract import ExchangeServerSettings, Sandbox, sandbox_of
from brain.platform.governance import manifest as governance
from brain.platform.grading import manifest as grading
from brain.platform.identity import manifest as identity
from brain.platform.ingestion import manifest as ingestion
from brain.platform.portal import manifest as portal
from brain.platform.recognition.centre import manifest as recognition
from brain.platform.security import manifest as security
from brain.platform.sharing import manifest as sharing
from brain.platform.standards import manifest as standards
from brain.platform.training_sets import manifest as training_sets


def provide(settings: Settings, node: Node, rooms: Sequence[Room]) -> Mapping[type[Any], Any]:
    return {
        **provide_warehouse(settings, node, rooms),
        ExchangeServerSettings: ExchangeServerSettings(largest_body=settings.exchange.largest_body),
        Sandbox: sandbox_of(node, settings.database.sandbox_dsn),
    }


def mount(app: FastAPI, node: Node, _: Settings) -> None:
    exchange.mount(app, node)


ASSEMBLY = Assembly(
    rooms=(
        portal.ROOM,
        enterprise_record.CENTRE,
        recognition.CENTRE,
        exchange.SERVER,
        corpora.ROOM,
        training_sets.ROOM,
        ingestion.ROOM,
        sharing.ROOM,
        grading.ROOM,
        data_sets.ROOM,
        standards.ROOM,
        governance.ROOM,
        data_warehouse.ROOM,
        security.ROOM,
        identity.ROOM,
    ),
    provide=provide,
    mount=mount,
)
