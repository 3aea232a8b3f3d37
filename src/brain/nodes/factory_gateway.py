"""“晨星工厂”交互系统: the rooms of the gateway that a factory runs on one industrial computer."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

import httpx

from brain.kit.node import Node
from brain.kit.room import Room
from brain.nodes.assembly import Assembly
from brain.nodes.settings import Settings
from brain.platform.alarms import manifest as alarms
from brain.platform.assessment import manifest as assessment
from brain.platform.assessment.contract import Facts
from brain.platform.assessment.service.facts import OWN
from brain.platform.asset_shells import manifest as asset_shells
from brain.platform.factory_link.gateway import manifest as brain_link
from brain.platform.factory_link.gateway.contract import PATIENCE, BrainReach
from brain.platform.factory_services.gateway import manifest as brain_services
from brain.platform.gateway_configuration.gateway import manifest as gateway_configuration
from brain.platform.gateway_upgrade.contract import Installation
from brain.platform.gateway_upgrade.gateway import manifest as gateway_upgrade
from brain.platform.identity import manifest as identity
from brain.platform.operations import manifest as operations
from brain.platform.operations.contract import OpenFolders
from brain.platform.performance import manifest as performance
from brain.platform.portal import manifest as portal
from brain.platform.recognition.gateway import manifest as recognition
from brain.platform.record_sharing.gateway import manifest as record_sharing
from brain.platform.security import manifest as security
from brain.platform.shop_floor import manifest as shop_floor


def provide(settings: Settings, node: Node, rooms: Sequence[Room]) -> Mapping[type[Any], Any]:
    def client() -> httpx.AsyncClient:
        return httpx.AsyncClient(timeout=PATIENCE, proxy=settings.exchange.proxy, trust_env=False)

    def answers() -> bool:
        address = f"http://{settings.http.host}:{settings.http.port}/health"
        try:
            return httpx.get(address, trust_env=False, timeout=PATIENCE).status_code == httpx.codes.OK
        except httpx.TransportError:
            return False

    ours, upgrade = version("industry-brain"), settings.upgrade
    return {
        BrainReach: BrainReach(client, ours),
        Installation: Installation(ours, upgrade.root, upgrade.trial, upgrade.window, answers),
        Facts: Facts(OWN),
        OpenFolders: OpenFolders(folders=(settings.folder / "inbox", *settings.operations.folders)),
    }


ASSEMBLY = Assembly(
    rooms=(
        portal.ROOM,
        recognition.GATEWAY,
        record_sharing.GATEWAY,
        brain_services.GATEWAY,
        gateway_configuration.GATEWAY,
        gateway_upgrade.GATEWAY,
        brain_link.GATEWAY,
        assessment.ROOM,
        asset_shells.ROOM,
        performance.ROOM,
        alarms.ROOM,
        operations.ROOM,
        shop_floor.ROOM,
        security.ROOM,
        identity.ROOM,
    ),
    provide=provide,
)
