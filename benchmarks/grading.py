"""Which columns hold what, ours and Presidio: `uv run --group peers python benchmarks/grading.py`.

The corpus is generated with a seed and under headers that were not looked at while the detectors were made;
the columns of published entities are those of the half that was not either (see column_corpus.py).
Precision and recall count columns: a column called by a wrong kind is wrong in both.
"""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from brain.platform.governance.algorithm.columns import identify_column
from brain.platform.governance.domain.identifiers import identify
from column_corpus import NEW_HEADERS, Column, generated, published
from column_presidio import SUPPORTED, Presidio

COLUMNS = 6_000
SEED = 43_697
TELEPHONES = {"mobile", "landline", "foreign_phone"}

Answers = Sequence[str | None]


def family(kind: str | None) -> str | None:
    """Telephones count as one kind: Presidio knows no others."""
    return "phone" if kind in TELEPHONES else kind


def figures(columns: Sequence[Column], answers: Answers) -> tuple[float, float]:
    pairs = [(family(column.kind), answer) for column, answer in zip(columns, answers, strict=True)]
    right = sum(truth == answer for truth, answer in pairs if truth)
    called = sum(answer is not None for _, answer in pairs)
    return right / max(called, 1), right / max(sum(truth is not None for truth, _ in pairs), 1)


def ours(columns: Sequence[Column], identified: Callable[..., object] = identify_column) -> list[str | None]:
    findings = (identified(column.header, column.values) for column in columns)
    return [family(getattr(finding, "kind", None)) for finding in findings]


def detail(columns: Sequence[Column], answers: Mapping[str, Answers], by: Callable[[Column], str]) -> None:
    """Recall by what a column holds (or its case), and how many others were called so."""
    groups = defaultdict(list)
    for place, column in enumerate(columns):
        groups[by(column)].append(place)
    for name, places in sorted(groups.items()):
        parts = [columns[place] for place in places]
        texts = [
            f"{who} {_share(parts, [answer[place] for place in places])}" for who, answer in answers.items()
        ]
        print(f"  {name:<24} {len(places):>5}  " + "  ".join(texts))


def _share(columns: Sequence[Column], answers: Answers) -> str:
    right = sum(family(column.kind) == answer for column, answer in zip(columns, answers, strict=True))
    return f"{right / len(columns):.3f}"


def compare(name: str, columns: Sequence[Column]) -> dict[str, float]:
    started = time.perf_counter()
    found = ours(columns)
    seconds = time.perf_counter() - started
    rules = ours(columns, identify)
    presidio = Presidio().answers(columns, lambda answers: _f1(columns, answers))
    answers = {"ours": found, "rules alone": rules, "presidio": presidio}
    sensitive = sum(column.kind is not None for column in columns)
    print(f"{name}: {len(columns)} columns, {sensitive} sensitive; ours took {seconds:.1f} s")
    supported = SUPPORTED | {None}
    known = [place for place, column in enumerate(columns) if family(column.kind) in supported]
    for who, answer in answers.items():
        overall = figures(columns, answer)
        within = figures([columns[place] for place in known], [answer[place] for place in known])
        print(
            f"  {who:<12} precision {overall[0]:.4f}  recall {overall[1]:.4f}; of Presidio's kinds alone",
            end="",
        )
        print(f" {within[0]:.4f}  {within[1]:.4f}")
    detail(columns, answers, lambda column: column.kind or "nothing")
    detail(columns, answers, lambda column: f"[{column.case}]" if column.kind else "[lookalike]")
    both = figures(columns, found) + figures(columns, presidio)
    return dict(zip(("precision", "recall", "presidio_precision", "presidio_recall"), both, strict=True))


def _f1(columns: Sequence[Column], answers: Answers) -> float:
    precision, recall = figures(columns, answers)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    corpus = compare("generated", generated(COLUMNS, SEED, NEW_HEADERS))
    entities = compare("published entities", published(1, SEED, NEW_HEADERS))
    shown = corpus | {f"published_{name}": value for name, value in entities.items()}
    print(json.dumps({name: round(value, 4) for name, value in shown.items()}))


if __name__ == "__main__":
    main()
