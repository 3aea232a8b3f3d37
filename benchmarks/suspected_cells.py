"""How the time to look for suspected cells grows with the cells: made tables of ten columns, seeded errors.

Run alone: `.venv/bin/python benchmarks/suspected_cells.py`.
"""

import json
import random
import time

import polars as pl

from brain.platform.governance.service import errors

COLUMNS = 10
CELLS = (10_000, 100_000, 1_000_000)
SEED = 7
WRONG = 0.005  # share of rows with a misspelt city
NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"


def table(rows: int) -> tuple[pl.DataFrame, set[int]]:
    """A table like a register, and the rows whose city is misspelt."""
    chance = random.Random(SEED)
    cities = [f"{first}{second}市" for first in NAMES[:8] for second in NAMES[8:10]]
    codes = [chance.randrange(len(cities)) for _ in range(rows)]
    wrong = set(chance.sample(range(rows), round(rows * WRONG)))
    frame = pl.DataFrame(
        {
            "n": range(rows),
            "name": ["".join(chance.choices(NAMES, k=4)) + "有限公司" for _ in range(rows)],
            "code": [f"37{code:02}00" for code in codes],
            "city": [f"{cities[code]}区" if row in wrong else cities[code] for row, code in enumerate(codes)],
            "industry": [f"C{chance.randrange(2900, 2930)}" for _ in range(rows)],
            "capital": [round(chance.lognormvariate(5, 1), 2) for _ in range(rows)],
            "day": [f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-01" for _ in range(rows)],
            "state": [chance.choice(("存续", "注销", "吊销")) for _ in range(rows)],
            "people": [chance.randrange(1, 500) for _ in range(rows)],
            "kind": [chance.choice(("有限责任公司", "股份有限公司", "个人独资企业")) for _ in range(rows)],
        }
    )
    return frame, wrong


def main() -> None:
    figures: dict[str, float] = {}
    for cells in CELLS:
        frame, wrong = table(cells // COLUMNS)
        started = time.perf_counter()
        found = errors.suspected(frame, lambda _: None)
        figures[f"seconds_{cells}"] = round(time.perf_counter() - started, 2)
        hits = {each.row for each in found if each.column == "city"} & wrong
        figures[f"recall_{cells}"] = round(len(hits) / len(wrong), 4)
        figures[f"found_{cells}"] = len(found)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
