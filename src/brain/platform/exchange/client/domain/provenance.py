"""Takes a record of the wire apart by source, so that each value is kept with the source that stated it."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any

from brain.platform.data_warehouse.contract import Record, Source
from brain.platform.exchange.messages.enterprise import DataSource

VIA = "（经省级能力中心共享）"
LONGEST_TITLE = 400


def source_of(told: DataSource, *, sample: bool) -> Source:
    """The original source, with the way it took to us in its title."""
    title = told.title[: LONGEST_TITLE - len(VIA)] + VIA
    return Source(provider=told.provider, title=title, as_of=told.as_of, sample=told.sample or sample)


def required(kind: type[Record]) -> frozenset[str]:
    """What a record of this kind cannot do without, its key included."""
    return frozenset(field.name for field in fields(kind) if field.default is MISSING)


def parts(
    values: Mapping[str, Any], own: Source, others: Mapping[str, Source], needed: frozenset[str]
) -> Sequence[tuple[Source, dict[str, Any]]]:
    """What each source has stated, the record's own first; `needed` values stand in every part."""
    stated: dict[Source, dict[str, Any]] = {own: {name: values[name] for name in needed}}
    for name, value in values.items():
        source = others.get(name, own)
        part = stated.setdefault(source, {needs: values[needs] for needs in needed})
        part[name] = value
    return list(stated.items())
