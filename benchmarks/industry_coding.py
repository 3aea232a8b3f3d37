"""Coding enterprises to GB/T 4754-2017: ours beside the nearest description, on enterprises coded by hand.

Run: .venv/bin/python benchmarks/industry_coding.py [development]
Needs the public data sets (BRAIN_TEST_DATA, default ../shared/data). The labels (industry_coding_labels.csv)
hold credit codes and facts only; names and scopes are read from the data set. Everything was tuned on the
part `development`; the last line is of the part `test`.
"""

import csv
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from brain.platform.governance.algorithm.industry_coding.coder import Coder, train
from brain.platform.governance.algorithm.industry_coding.confidence import Coding
from brain.reference.industry import IndustryCode

DATA = Path(os.environ.get("BRAIN_TEST_DATA", Path(__file__).parents[2] / "shared" / "data"))
STANDARD = DATA / "gb4754_2017" / "gb4754_2017.csv"
ENTERPRISES = DATA / "enterprises_shandong" / "enterprises_shandong.parquet"
LABELS = Path(__file__).parent / "industry_coding_labels.csv"
LEVELS = {1: "section_acc", 2: "division_acc", 3: "group_acc", 4: "class_acc"}
PART = 20_000  # enterprises coded at once


@dataclass(frozen=True)
class Label:
    """`codes`: the one recorded and those that are as right; `level`: how far the text tells."""

    credit_code: str
    part: str
    codes: tuple[IndustryCode, ...]
    level: int

    def agrees(self, code: IndustryCode, level: int, codes: int | None = None) -> bool:
        """Compared at the level, or above it where the label does not go so deep."""
        return any(
            code.chain[min(level, right.level) - 1] == right.chain[min(level, right.level) - 1]
            for right in self.codes[:codes]
        )


def labels() -> list[Label]:
    with LABELS.open(encoding="utf-8", newline="") as rows:
        return [
            Label(
                row["credit_code"],
                row["part"],
                tuple(IndustryCode(code) for code in (row["code"], *row["also"].split())),
                int(row["level"]),
            )
            for row in csv.DictReader(rows)
        ]


def standard() -> tuple[dict[IndustryCode, str], dict[IndustryCode, str]]:
    """Titles and descriptions."""
    with STANDARD.open(encoding="utf-8", newline="") as rows:
        read = [(IndustryCode(row["code"]), row["name"], row["remark"]) for row in csv.DictReader(rows)]
    return {code: title for code, title, _ in read}, {code: remark for code, _, remark in read}


def nearest(
    titles: Mapping[IndustryCode, str], remarks: Mapping[IndustryCode, str], texts: Sequence[str]
) -> list[IndustryCode]:
    """The class whose title and description are nearest by the cosine of TF-IDF over pairs and triples."""
    classes = [code for code in titles if code.level == 4]
    grams = [_grams(titles[code] + remarks[code]) for code in classes]
    borne = Counter(gram for one in grams for gram in one)
    places = {gram: place for place, gram in enumerate(borne)}
    rarity = np.log((1 + len(classes)) / (1 + np.array(list(borne.values())))) + 1
    matrix = np.stack([_vector(one, places, rarity) for one in grams])
    return [classes[int((matrix @ _vector(_grams(text), places, rarity)).argmax())] for text in texts]


def _grams(text: str) -> Counter[str]:
    plain = re.sub(r"\W", "", text)
    return Counter(plain[place : place + size] for size in (2, 3) for place in range(len(plain) - size + 1))


def _vector(
    grams: Counter[str], places: Mapping[str, int], rarity: NDArray[np.float64]
) -> NDArray[np.float32]:
    vector = np.zeros(len(places), np.float32)
    for gram in grams.keys() & places.keys():
        vector[places[gram]] = grams[gram] * rarity[places[gram]]
    return vector / max(float(np.linalg.norm(vector)), 1e-9)


def accuracy(
    asked: Sequence[Label], answers: Sequence[IndustryCode | None], codes: int | None = None
) -> dict[str, float]:
    """Of the labels that reach a level, the part whose answer agrees there; no answer is wrong."""
    found = {}
    for level, figure in LEVELS.items():
        reaching = [(one, code) for one, code in zip(asked, answers, strict=True) if one.level >= level]
        right = sum(code is not None and one.agrees(code, level, codes) for one, code in reaching)
        found[figure] = round(right / len(reaching), 4)
    return found


def of_the_settled(asked: Sequence[Label], codings: Sequence[Coding | None]) -> dict[str, float]:
    """At each level: how many are given out as sure, and how many of those are right."""
    found = {}
    for level, figure in LEVELS.items():
        reaching = [(one, coding) for one, coding in zip(asked, codings, strict=True) if one.level >= level]
        sure = [
            one.agrees(settled.code, level)
            for one, coding in reaching
            if coding and (settled := coding.settled) and settled.code.level >= level
        ]
        found[f"settled_{figure}"] = round(sum(sure) / max(len(sure), 1), 4)
        found[f"settled_{figure.replace('acc', 'coverage')}"] = round(len(sure) / len(reaching), 4)
    return found


def within(asked: Sequence[Label], codings: Sequence[Coding | None], candidates: int) -> float:
    reaching = [(one, coding) for one, coding in zip(asked, codings, strict=True) if one.level == 4]
    right = sum(
        coding is not None and any(one.agrees(found.code, 4) for found in coding.candidates[:candidates])
        for one, coding in reaching
    )
    return round(right / len(reaching), 4)


def trained() -> tuple[Coder, dict[str, float]]:
    """On every enterprise of the set, without any label; seconds of learning and of coding 100,000."""
    titles, remarks = standard()
    frame = pl.read_parquet(ENTERPRISES).select("name", pl.col("business_scope").fill_null(""))
    enterprises = list(frame.iter_rows())
    started = time.perf_counter()
    coder = Coder.load(train(titles, remarks, enterprises).dump())
    learnt = time.perf_counter()
    for first in range(0, len(enterprises), PART):
        coder.code(enterprises[first : first + PART])
    coded = time.perf_counter() - learnt
    return coder, {
        "training_seconds": round(learnt - started, 1),
        "coding_seconds_per_100k": round(coded / len(enterprises) * 100_000, 1),
    }


def main() -> None:
    if not STANDARD.is_file() or not ENTERPRISES.is_file():
        raise SystemExit(f"没有真实数据目录 {DATA}（用 BRAIN_TEST_DATA 指定）")
    part = sys.argv[1] if len(sys.argv) > 1 else "test"
    asked = [one for one in labels() if one.part == part]
    frame = pl.read_parquet(ENTERPRISES).filter(pl.col("uscc").is_in([one.credit_code for one in asked]))
    texts = {
        code: (name, scope)
        for code, name, scope in frame.select("uscc", "name", "business_scope").iter_rows()
    }
    wanted = [texts[one.credit_code] for one in asked]
    coder, seconds = trained()
    codings = coder.code(wanted)
    ours = [coding.candidates[0].code if coding else None for coding in codings]
    baseline = nearest(*standard(), ["".join(one) for one in wanted])
    figures = {"labels": len(asked), **accuracy(asked, ours)}
    figures |= {f"baseline_{figure}": share for figure, share in accuracy(asked, baseline).items()}
    figures |= {f"first_code_only_{figure}": share for figure, share in accuracy(asked, ours, 1).items()}
    figures |= {"top3_class_acc": within(asked, codings, 3), **of_the_settled(asked, codings), **seconds}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
