"""Elements of the metamodel from plain values."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from basyx.aas import model

_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # AASd-130


def clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text) or "-"


def meant(identifier: str) -> model.ExternalReference:
    return model.ExternalReference((model.Key(model.KeyTypes.GLOBAL_REFERENCE, identifier),))


def named(title: str) -> model.MultiLanguageNameType:
    return model.MultiLanguageNameType({"zh": clean(title)})


def text(name: str, value: str | None, semantic: str | None = None) -> list[model.SubmodelElement]:
    """None for what nobody told."""
    return [] if not value else [_property(name, model.datatypes.String, clean(value), semantic)]


def words(name: str, value: str | None, semantic: str) -> list[model.SubmodelElement]:
    """Of one language, Chinese."""
    if not value:
        return []
    told = model.MultiLanguageTextType({"zh": clean(value)})
    return [model.MultiLanguageProperty(name, value=told, semantic_id=meant(semantic))]


def number(name: str, value: float | None) -> list[model.SubmodelElement]:
    return [] if value is None else [_property(name, model.datatypes.Double, float(value), None)]


def typed(name: str, kind: Any, value: object, semantic: str | None = None) -> list[model.SubmodelElement]:
    return [] if value is None else [_property(name, kind, value, semantic)]


def collection(
    name: str, held: Iterable[model.SubmodelElement], title: str | None = None
) -> model.SubmodelElementCollection:
    return model.SubmodelElementCollection(
        name, value=held, display_name=named(title) if title is not None else None
    )


def submodel(
    identifier: str, name: str, held: Sequence[model.SubmodelElement], semantic: str | None = None
) -> model.Submodel:
    return model.Submodel(
        identifier, submodel_element=held, id_short=name, semantic_id=meant(semantic) if semantic else None
    )


def _property(name: str, kind: Any, value: object, semantic: str | None) -> model.Property:
    return model.Property(
        name, value_type=kind, value=value, semantic_id=meant(semantic) if semantic else None
    )
