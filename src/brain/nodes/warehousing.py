"""What nodes that keep a warehouse hand to its rooms: the catalogue, the engine, the lake's folders."""

from collections.abc import Mapping, Sequence
from typing import Any

from brain.kit.node import Node
from brain.kit.room import Room
from brain.nodes.settings import Settings
from brain.platform.corpora.contract import CorporaFolder
from brain.platform.data_sets import service as data_sets
from brain.platform.data_sets.contract import Catalogue
from brain.platform.data_sets.contract.open_lineage import OpenLineage
from brain.platform.grading.contract import ModelEndpoint
from brain.platform.ingestion.contract import CollectionSettings
from brain.platform.standards.service.proving import Proofs
from brain.platform.training_sets.contract import TrainingSetsFolder


def provide_warehouse(settings: Settings, node: Node, rooms: Sequence[Room]) -> Mapping[type[Any], Any]:
    lake = settings.lake.folder or settings.folder / "lake"
    told = settings.open_lineage
    provided: dict[type[Any], Any] = {
        Proofs: Proofs([each for room in rooms for each in room.evidence]),
        Catalogue: Catalogue([found for room in rooms for found in room.datasets]),
        CollectionSettings: CollectionSettings(**settings.ingestion.model_dump()),
        OpenLineage: OpenLineage(
            namespace=told.namespace or f"brain://{node.name}", url=told.url, key=told.key
        ),
        CorporaFolder: CorporaFolder(lake / "corpora"),
        TrainingSetsFolder: TrainingSetsFolder(lake / "training_sets"),
    }
    if settings.language_model.url and settings.language_model.model:
        provided[ModelEndpoint] = ModelEndpoint(**settings.language_model.model_dump())
    return provided | data_sets.provided(settings.lake.engine, lake)
