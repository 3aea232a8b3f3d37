"""行业产业大脑: its rooms."""

from collections.abc import Mapping, Sequence
from typing import Any

from brain.kit.node import Node
from brain.kit.room import Room
from brain.nodes.assembly import Assembly
from brain.nodes.settings import Settings
from brain.nodes.warehousing import provide_warehouse
from brain.platform.corpora import manifest as corpora
from brain.platform.data_sets import manifest as data_sets
from brain.platform.data_warehouse import manifest as data_warehouse
from brain.platform.enterprise_record import manifest as enterprise_record
from brain.platform.exchange.client import manifest as exchange
from brain.platform.exchange.client.contract import ExchangeClientSettings
from brain.platform.factory_link.brain import manifest as factory_link
from brain.platform.factory_services.brain import manifest as factory_services
from brain.platform.factory_services.brain.contract import Offered
from brain.platform.gateway_configuration.brain import manifest as configuration_delivery
from brain.platform.gateway_upgrade.brain import manifest as gateway_releases
from brain.platform.governance import manifest as governance
from brain.platform.grading import manifest as grading
from brain.platform.identity import manifest as identity
from brain.platform.ingestion import manifest as ingestion
from brain.platform.peer_benchmark import manifest as peer_benchmark
from brain.platform.portal import manifest as portal
from brain.platform.recognition.brain import manifest as recognition
from brain.platform.record_sharing.brain import manifest as record_sharing
from brain.platform.security import manifest as security
from brain.platform.sharing import manifest as sharing
from brain.platform.standards import manifest as standards
from brain.platform.training_sets import manifest as training_sets
from brain.scenarios.industry_graph import manifest as industry_graph


def provide(settings: Settings, node: Node, rooms: Sequence[Room]) -> Mapping[type[Any], Any]:
    exchange_settings = ExchangeClientSettings(
        centre_url=settings.exchange.centre_url, proxy=settings.exchange.proxy
    )
    offered = Offered({service.name: service for room in rooms for service in room.services})
    return {
        ExchangeClientSettings: exchange_settings,
        Offered: offered,
        **provide_warehouse(settings, node, rooms),
    }


ASSEMBLY = Assembly(
    rooms=(
        industry_graph.SCENARIO,
        portal.ROOM,
        enterprise_record.BRAIN,
        recognition.BRAIN,
        record_sharing.BRAIN,
        factory_services.BRAIN,
        configuration_delivery.BRAIN,
        gateway_releases.BRAIN,
        peer_benchmark.ROOM,
        factory_link.BRAIN,
        exchange.CLIENT,
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
)
