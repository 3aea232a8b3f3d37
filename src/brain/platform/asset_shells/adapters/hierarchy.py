"""Hierarchical structures, IDTA 02011-1-1: one level down to the parts, one level up to the whole."""

from typing import Final, Literal

from basyx.aas import model

from brain.platform.asset_shells.adapters.elements import meant, named, submodel, text
from brain.platform.asset_shells.domain.shells import Named, Shell

_OWN: Final = "https://admin-shell.io/idta/HierarchicalStructures"
_ENTRY: Final = "EntryNode"
Way = Literal["OneDown", "OneUp"]


def structures(shell: Shell) -> list[model.Submodel]:
    found = []
    if shell.parts:
        found.append(_structure(shell, "OneDown", shell.parts))
    if shell.parent is not None:
        found.append(_structure(shell, "OneUp", (shell.parent,)))
    return found


def _structure(shell: Shell, way: Way, others: tuple[Named, ...]) -> model.Submodel:
    identifier = shell.identifier(f"structure-{way}")
    relation = "HasPart" if way == "OneDown" else "IsPartOf"
    held: list[model.SubmodelElement] = []
    for other in others:
        held.append(_node(f"Unit{other.id}", other, f"{_OWN}/Node/1/0"))
        held.append(
            model.RelationshipElement(
                f"{relation}{other.id}",
                _path(identifier, _ENTRY),
                _path(identifier, _ENTRY, f"Unit{other.id}"),
                semantic_id=meant(f"{_OWN}/{relation}/1/0"),
            )
        )
    entry = _node(_ENTRY, shell.unit, f"{_OWN}/EntryNode/1/0", held)
    told = [*text("ArcheType", way, f"{_OWN}/ArcheType/1/0"), entry]
    return submodel(identifier, f"HierarchicalStructures{way}", told, f"{_OWN}/1/1/Submodel")


def _node(
    name: str, unit: Named, semantic: str, held: list[model.SubmodelElement] | None = None
) -> model.Entity:
    return model.Entity(
        name,
        model.EntityType.SELF_MANAGED_ENTITY,
        statement=held or (),
        global_asset_id=unit.asset,
        display_name=named(unit.title),
        semantic_id=meant(semantic),
    )


def _path(identifier: str, *names: str) -> model.ModelReference[model.Entity]:
    keys = tuple(model.Key(model.KeyTypes.ENTITY, name) for name in names)
    return model.ModelReference((model.Key(model.KeyTypes.SUBMODEL, identifier), *keys), model.Entity)
