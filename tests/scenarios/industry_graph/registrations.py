"""Readers of the real registrations and of the labels given by hand."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from brain.scenarios.industry_graph.domain.attachment import EnterpriseText

LABELS = Path(__file__).parent / "labels.csv"


@dataclass(frozen=True)
class Label:
    """`answer`: yes, no, unsure, or none for an enterprise that was read and belongs to no product.

    An empty role means that the text does not tell it.
    """

    sample: str
    half: str
    credit_code: str
    product: str
    role: str
    answer: str


def labels(sample: str, half: str) -> list[Label]:
    with LABELS.open(encoding="utf-8", newline="") as file:
        found = [Label(**row) for row in csv.DictReader(file)]
    return [label for label in found if (label.sample, label.half) == (sample, half)]


def registrations(data: Path) -> Iterator[EnterpriseText]:
    columns = ["uscc", "name", "business_scope"]
    frame = pl.read_parquet(data / "enterprises_shandong" / "enterprises_shandong.parquet", columns=columns)
    for credit_code, name, scope in frame.unique("uscc", keep="first", maintain_order=True).iter_rows():
        yield EnterpriseText(credit_code=credit_code, name=name, scope=scope)
