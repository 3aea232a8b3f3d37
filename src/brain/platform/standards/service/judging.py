"""What a column must keep to on a day, and what it may be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import Column
from brain.platform.standards.algorithm import suggesting
from brain.platform.standards.contract import InForce, Problem, Standard, Suggestion, ValueRule, Wrong
from brain.platform.standards.domain import conformance, formats
from brain.platform.standards.service import looking


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What to measure of a column; `version` labels the version of the code table in `rule`."""

    element: Standard
    rule: ValueRule
    version: str | None


async def measure(session: AsyncSession, known: InForce, column: Column, day: date) -> Measure | None:
    """None where there is nothing to measure: no element in force, or a type that cannot hold it."""
    element = known.elements.get(column.element or "")
    if element is None or element.representation is None:
        return None
    written = formats.read(element.representation.format)
    if column.type not in written.types:
        return None
    version = known.version_on(element.representation.code_table or "", day)
    codes = await looking.codes(session, version) if version else None
    if version is None or codes is None or version.standard.edition is None:
        return Measure(element=element, rule=written.rule(None), version=None)
    return Measure(element=element, rule=written.rule(codes), version=version.standard.edition.label)


def problems(known: InForce, column: Column) -> Sequence[Problem]:
    """Those of its declaration."""
    return tuple(conformance.of_declaration(column, known.elements.get(column.element or "")))


def value_problems(measured: Measure, written: Wrong, coded: Wrong) -> Sequence[Problem]:
    return tuple(conformance.of_values(measured.element, measured.version, written, coded))


def suggestions(column: Column, found: str | None, elements: Iterable[Standard]) -> list[Suggestion]:
    return suggesting.suggestions(column, found, elements)
