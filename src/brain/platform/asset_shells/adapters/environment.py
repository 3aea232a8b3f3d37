"""Shells in the metamodel of IDTA-01001 V3.0, written as its JSON serialisation by the BaSyx SDK.

Points and figures have no semantic ids: no standard list that we know for sure names them."""

import json
from dataclasses import dataclass, field
from typing import Any, Final

from basyx.aas import model
from basyx.aas.adapter.json import AASToJsonEncoder
from basyx.aas.model import datatypes

from brain.platform.asset_shells.adapters.elements import (
    clean,
    collection,
    meant,
    named,
    number,
    submodel,
    typed,
)
from brain.platform.asset_shells.adapters.elements import text as told
from brain.platform.asset_shells.adapters.hierarchy import structures
from brain.platform.asset_shells.adapters.nameplate import SERIAL_NUMBER, nameplate
from brain.platform.asset_shells.domain.shells import Performance, Shell, ShellPoint

# ISO 22400-2 by its own names
_INDICATORS: Final = {
    "availability": "Availability",
    "effectiveness": "Effectiveness",
    "quality_ratio": "QualityRatio",
    "oee_index": "OEEIndex",
    "setup_ratio": "SetupRatio",
    "cycle_time": "CycleTime",
    "energy_per_item": "EnergyPerItem",
    "coverage": "ObservedShare",
}
_INGREDIENTS: Final = {
    "planned_busy": "PlannedBusyTime",
    "production": "ActualProductionTime",
    "setup": "ActualUnitSetupTime",
    "delay": "ActualUnitDelayTime",
    "down": "ActualUnitDownTime",
    "unknown": "UnobservedTime",
    "planned_run": "PlannedRunTimeOfProduced",
    "produced": "ProducedQuantity",
    "good": "GoodQuantity",
    "energy": "EnergyConsumption",
}


@dataclass
class Written:
    """Of every unit its shell, then its submodels, as text in UTF-8: half of what strings would take."""

    shells: list[bytes] = field(default_factory=list)
    submodels: list[bytes] = field(default_factory=list)

    def text(self) -> bytes:
        parts = [b'{"assetAdministrationShells":[', *_listed(self.shells), b'],"submodels":[']
        return b"".join([*parts, *_listed(self.submodels), b"]}"])


def _listed(parts: list[bytes]) -> list[bytes]:
    return [each for part in parts for each in (b",", part)][1:]


def write(written: Written, shell: Shell) -> None:
    plate, figures = nameplate(shell), _figures(shell)
    submodels = [
        *([plate] if plate else []),
        *structures(shell),
        _operation(shell),
        *([figures] if figures else []),
    ]
    written.shells.append(_text(_shell(shell, submodels)))
    written.submodels.extend(map(_text, submodels))


class _Encoder(AASToJsonEncoder):
    """The SDK (2.2) writes an empty list for an entity without specific ids, which the metamodel forbids."""

    def default(self, obj: object) -> object:
        told = super().default(obj)
        if isinstance(told, dict) and told.get("specificAssetIds") == []:
            del told["specificAssetIds"]
        return told


def _text(identifiable: model.Identifiable) -> bytes:
    return json.dumps(identifiable, cls=_Encoder, ensure_ascii=False).encode()


def _shell(shell: Shell, submodels: list[model.Submodel]) -> model.AssetAdministrationShell:
    known: list[tuple[str, str, str | None]] = [("equipmentCode", clean(shell.unit.code), None)]
    if shell.plate.serial:
        known.append(("serialNumber", clean(shell.plate.serial), SERIAL_NUMBER))
    asset = model.AssetInformation(
        model.AssetKind.INSTANCE,
        shell.unit.asset,
        specific_asset_id=[
            model.SpecificAssetId(name, value, semantic_id=meant(semantic) if semantic else None)
            for name, value, semantic in known
        ],
    )
    return model.AssetAdministrationShell(
        asset,
        shell.identifier("shell"),
        id_short=f"Unit{shell.unit.id}",
        display_name=named(shell.unit.title),
        submodel={model.ModelReference.from_referable(each) for each in submodels},
    )


def _operation(shell: Shell) -> model.Submodel:
    held = [
        *told("EquipmentLevel", shell.level),
        *told("Process", shell.process),
        *(_point(point) for point in shell.points),
    ]
    return submodel(shell.identifier("operation"), "OperationalData", held)


def _point(point: ShellPoint) -> model.SubmodelElementCollection:
    return collection(
        f"Point{point.number}",
        [
            *told("Code", point.code),
            *told("ValueKind", point.kind),
            *told("Unit", point.unit),
            *told("Quantity", point.quantity),
            *_range(point),
            *told("Domain", point.domain),
            *told("Protocol", point.protocol),
            *told("Source", point.source),
            *told("Address", json.dumps(point.address, ensure_ascii=False, sort_keys=True)),
            *typed("LiveValue", datatypes.AnyURI, datatypes.AnyURI(point.live)),
        ],
        point.title,
    )


def _range(point: ShellPoint) -> list[model.SubmodelElement]:
    if point.low is None and point.high is None:
        return []
    low, high = (None if each is None else float(each) for each in (point.low, point.high))
    return [model.Range("Range", datatypes.Double, min=low, max=high)]


def _figures(shell: Shell) -> model.Submodel | None:
    if shell.performance is None:
        return None
    figures: Performance = shell.performance
    moments: Any = [
        *typed("Begin", datatypes.DateTime, figures.begin),
        *typed("End", datatypes.DateTime, figures.end),
        *told("Standard", "ISO 22400-2:2014"),
    ]
    held = [
        *moments,
        *_numbers(_INDICATORS, figures.indicators),
        *_numbers(_INGREDIENTS, figures.ingredients),
    ]
    return submodel(shell.identifier("performance"), "ProductionPerformance", held)


def _numbers(names: dict[str, str], values: dict[str, float]) -> list[model.SubmodelElement]:
    return [each for name, as_in in names.items() for each in number(as_in, values.get(name))]
