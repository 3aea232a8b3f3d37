"""Learning from labelled pairs."""

import numpy as np
import polars as pl

from brain.platform.governance.algorithm.linkage import training
from brain.platform.governance.algorithm.linkage.fields import Field, Kind, Pairs
from brain.platform.governance.algorithm.linkage.tables import Table

FIELDS = [Field("name", Kind.TEXT), Field("price", Kind.NUMBER)]


def table(rows: list[tuple[str | None, float | None]]) -> Table:
    frame = pl.DataFrame(rows, schema={"name": pl.String, "price": pl.Float64}, orient="row")
    return Table(frame.with_row_index("row"), "row")


def test_equal_records_differ_from_strangers_in_every_view_and_unknown_values_break_nothing() -> None:
    left = table([("sony dsc-w120", 99.0), ("sony dsc-w120", 99.0), (None, None)])
    right = table([("sony dsc-w120", 99.0), ("abt oven", 5.0), ("abt oven", 5.0)])

    views = training.views(left, right, Pairs(np.arange(3), np.arange(3)), FIELDS)

    assert np.isfinite(views).all()
    assert views[0].sum() > 5 + views[1].sum()


def test_it_tells_apart_what_the_labels_tell_apart() -> None:
    random = np.random.default_rng(7)
    matches = random.random(600) < 0.2
    views = np.column_stack([matches * 1.0 + random.normal(0, 0.35, 600), random.normal(0, 1, 600)])

    model = training.train(views[:400], matches[:400])

    found = model.probabilities(views[400:]) >= model.threshold
    f1 = 2 * (found & matches[400:]).sum() / (found.sum() + matches[400:].sum())
    assert f1 > 0.75
    assert 2 * matches[400:].sum() / (len(found) + matches[400:].sum()) < 0.4  # taking every pair


def test_the_best_threshold_keeps_equal_scores_on_one_side() -> None:
    f1, threshold = training.best_threshold(
        np.array([0.9, 0.5, 0.5, 0.1]), np.array([True, True, False, False])
    )

    assert f1 == 0.8
    assert 0.1 < threshold < 0.5


def test_matches_that_were_no_candidates_count_against_the_best() -> None:
    assert training.best_threshold(np.array([0.9]), np.array([True]), 3)[0] == 0.5
