"""Shells read back by others: the readers of the SDK, and the rules of the metamodel (IDTA-01001)."""

from io import BytesIO
from typing import Any

import aas_core3.types as aas
from aas_core3 import jsonization, verification
from basyx.aas import model
from basyx.aas.adapter.aasx import AASXReader, DictSupplementaryFileContainer
from basyx.aas.adapter.json import read_aas_json_file


def from_package(content: bytes) -> model.DictIdentifiableStore[Any]:
    """By the SDK's own reader, which stops at the first thing it does not accept."""
    found: model.DictIdentifiableStore[Any] = model.DictIdentifiableStore()
    with AASXReader(BytesIO(content), failsafe=False) as reader:
        reader.read_into(found, DictSupplementaryFileContainer())  # type: ignore[no-untyped-call]
        assert reader.get_core_properties().creator == "industry-brain"
    return found


def from_json(content: bytes) -> model.DictIdentifiableStore[Any]:
    return read_aas_json_file(BytesIO(content), failsafe=False)


def environment(told: Any) -> aas.Environment:
    return jsonization.environment_from_jsonable(told)


def broken_rules(told: Any) -> list[str]:
    return [f"{error.path}: {error.cause}" for error in verification.verify(environment(told))]


def value(submodel: model.Submodel, name: str) -> Any:
    return submodel.get_referable(name).value  # type: ignore[attr-defined]
