"""Terms and data elements that every installation begins with, from a table of facts and their sources."""

import csv
from importlib.resources import files
from typing import Final

from brain.platform.standards.contract import Representation, Standard

SEPARATOR: Final = "；"


def _standard(row: dict[str, str]) -> Standard:
    representation = Representation(
        format=row["format"],
        unit=row["unit"] or None,
        code_table=row["code_table"] or None,
        holds=_list(row["holds"]),
    )
    return Standard(
        kind="element" if row["kind"] == "element" else "term",
        code=row["code"],
        title=row["title"],
        title_en=row["title_en"],
        definition=row["definition"],
        source=row["source"],
        synonyms=_list(row["synonyms"]),
        term=row["term"] or None,
        representation=representation if row["kind"] == "element" else None,
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(SEPARATOR)) if text else ()


def _read() -> tuple[Standard, ...]:
    table = files("brain.platform.standards").joinpath("shipped.csv").read_text("utf-8")
    return tuple(_standard(row) for row in csv.DictReader(table.splitlines()))


SHIPPED: Final = _read()
