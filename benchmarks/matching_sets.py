"""The sets on which entity resolution is measured: FEBRL 3 and 4, four of Magellan, and enterprise names.

A part of matching.py. Truth is a column `entity` (FEBRL, enterprises) or a label a pair (Magellan).
"""

import gzip
import os
import random
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from brain.platform.governance.algorithm.linkage import organisations
from name_corruptions import Registered, Writer

BENCHMARKS = Path(
    os.environ.get("BRAIN_TEST_BENCHMARKS", Path(__file__).parents[2] / "shared" / "benchmarks")
)
DATA = Path(os.environ.get("BRAIN_TEST_DATA", Path(__file__).parents[2] / "shared" / "data"))
MATCHING = BENCHMARKS / "08_entity_matching"
MAGELLAN = ("Structured_Beer", "Structured_DBLP-ACM", "Structured_Fodors-Zagats", "Textual_Abt-Buy")
NUMBERS = frozenset({"year", "price", "ABV"})
UNREGISTERED = 0.1  # of the written enterprises are taken out of the register
TELLING = {"province": 0.7, "city": 0.4, "year": 0.6}  # share of the written records that tell it
WRONG_YEAR = 0.1
_COLUMN = re.compile(r"COL (\S+) VAL(.*?)(?= COL \S+ VAL|$)")


@dataclass(frozen=True)
class LabelledPairs:
    """Row n of `left` and row n of `right` are a pair; `part` of it is train, valid or test."""

    left: pl.DataFrame
    right: pl.DataFrame
    matches: NDArray[np.bool_]
    part: NDArray[np.str_]


def febrl(file: str) -> pl.DataFrame:
    frame = pl.read_csv(MATCHING / "splink" / file, infer_schema=False)
    frame = frame.rename({column: column.strip() for column in frame.columns})
    frame = frame.select(_known(pl.all().str.strip_chars()))
    return frame.with_columns(entity=pl.col("rec_id").str.extract(r"rec-(\d+)-"))


def magellan(name: str) -> LabelledPairs:
    sides: list[list[dict[str, str]]] = [[], []]
    matches, part = [], []
    for which in ("train", "valid", "test"):
        text = gzip.decompress((MATCHING / "er_magellan" / name / f"{which}.txt.gz").read_bytes())
        for line in text.decode().splitlines():
            *records, label = line.split("\t")
            for side, record in zip(sides, records, strict=True):
                side.append(dict(_COLUMN.findall(record)))
            matches.append(label.strip() == "1")
            part.append(which)
    left, right = (_tidy(pl.DataFrame(side)) for side in sides)
    return LabelledPairs(left, right, np.array(matches), np.array(part))


def _tidy(frame: pl.DataFrame) -> pl.DataFrame:
    frame = frame.select(_known(pl.all().str.strip_chars(" `'")))
    numbers = [
        pl.col(column).str.extract(r"(\d+(?:\.\d+)?)").cast(pl.Float64)
        for column in frame.columns
        if column in NUMBERS
    ]
    return frame.with_columns(numbers)


def _known(columns: pl.Expr) -> pl.Expr:
    return pl.when(columns.is_in(["", "-"])).then(None).otherwise(columns).name.keep()


def enterprises(count: int, seed: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Written names and the register: name, province, city, year, entity. A tenth of the written ones are not
    registered; the rest of the record is told as often as `TELLING` says, the year sometimes wrongly."""
    file = DATA / "enterprise_names_cn" / "enterprise_names_cn.parquet"
    register = pl.read_parquet(file).unique("uscc", keep="first", maintain_order=True)
    register = register.rename({"uscc": "entity"}).with_columns(year=pl.col("reg_year").cast(pl.Int64))
    entries = [Registered(*row) for row in register.select("entity", "name", "province", "city").iter_rows()]
    short_forms = gzip.decompress((DATA / "name_resources" / "company_short_forms.txt.gz").read_bytes())
    queries = Writer(entries, frozenset(short_forms.decode().split("\n")), seed).queries(count)
    written = pl.DataFrame(
        {
            "entity": [query.credit_code for query in queries],
            "name": [query.text for query in queries],
            "kind": [query.kind for query in queries],
        }
    ).join(register.drop("name"), on="entity", how="left", maintain_order="left")
    draw = random.Random(seed)
    place, time, slip = ([draw.random() for _ in queries] for _ in range(3))
    written = written.with_columns(
        province=pl.when(pl.Series(place) < TELLING["province"]).then("province"),
        city=pl.when(pl.Series(place) < TELLING["city"]).then("city"),
        year=pl.when(pl.Series(time) < TELLING["year"]).then(
            pl.col("year") + (pl.Series(slip) < WRONG_YEAR).cast(pl.Int64)
        ),
    )
    meant = sorted(set(written["entity"]))
    gone = draw.sample(meant, int(len(meant) * UNREGISTERED))
    return written, register.filter(~pl.col("entity").is_in(gone))


def prepared(frame: pl.DataFrame) -> pl.DataFrame:
    """What both sides compare by: the text, the core and the deepest region told by name or columns."""
    names = organisations.read(frame["name"])
    told = organisations.region_codes(frame["province"].fill_null("") + frame["city"].fill_null(""))
    region = organisations.deepest(names["region"], told)
    return frame.with_columns(
        text=names["text"], core=names["core"], region=region, year=pl.col("year").cast(pl.String)
    ).with_row_index("row")
