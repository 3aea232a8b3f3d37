"""Splink (DuckDB) and recordlinkage on the sets of matching.py, by the settings of their own examples.

In their favour: blocking wide enough for nearly every true pair, term frequencies, the same prepared columns
for enterprises as ours, and the threshold which the answers themselves show to be best; ours is fixed before.
"""

import logging
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import recordlinkage
import splink.comparison_level_library as levels
import splink.comparison_library as by
from numpy.typing import NDArray
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

from matching_sets import LabelledPairs

MEMORY, THREADS = "8GB", 2
Answers = pl.DataFrame  # left, right: row numbers; score

FEBRL_BLOCKS = ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")
FEBRL_CERTAIN = (
    ("soc_sec_id",),
    ("given_name", "surname", "postcode"),
    ("given_name", "surname", "date_of_birth"),
)


def splink_febrl(tables: Sequence[pl.DataFrame]) -> Answers:
    """The comparisons of Splink's own pages on FEBRL 3 and 4, all further columns added."""
    settings = SettingsCreator(
        link_type="link_only" if len(tables) == 2 else "dedupe_only",
        unique_id_column_name="row",
        blocking_rules_to_generate_predictions=[block_on(column) for column in FEBRL_BLOCKS],
        comparisons=[
            by.NameComparison("given_name").configure(term_frequency_adjustments=True),
            by.NameComparison("surname").configure(term_frequency_adjustments=True),
            by.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            by.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            by.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            by.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
            by.JaroWinklerAtThresholds("address_1").configure(term_frequency_adjustments=True),
            by.JaroWinklerAtThresholds("suburb").configure(term_frequency_adjustments=True),
        ],
    )
    linker = _linker(tables, settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on(*columns) for columns in FEBRL_CERTAIN], recall=0.9
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for column in ("date_of_birth", "postcode", "given_name"):
        _expectation_maximisation(linker, column)
    return _predicted(linker)


def splink_pairs(pairs: LabelledPairs, numbers: Sequence[str]) -> NDArray[np.float64]:
    """A score for every pair: u from random pairs, m from the labels of the training pairs."""
    columns = pairs.left.columns
    train = np.flatnonzero(pairs.part == "train")
    tables = [frame.with_row_index("row") for frame in (pairs.left, pairs.right)]
    settings = SettingsCreator(
        link_type="link_only",
        unique_id_column_name="row",
        blocking_rules_to_generate_predictions=[block_on("row")],
        probability_two_random_records_match=float(pairs.matches[train].mean()),
        comparisons=[_pair_comparison(column, is_number=column in numbers) for column in columns],
    )
    linker = _linker(tables, settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e5, seed=1)
    api, names = linker._db_api, [table.dataset_display_name for table in linker._input_tables_dict.values()]
    same = train[pairs.matches[train]]
    labels = pd.DataFrame(
        {"source_dataset_l": names[0], "row_l": same, "source_dataset_r": names[1], "row_r": same}
    )
    linker.training.estimate_m_from_pairwise_labels(api.register(labels))
    found = _predicted(linker)
    scores = np.full(len(pairs.matches), -np.inf)
    scores[found["left"].to_numpy()] = found["score"].to_numpy()
    return scores


def _pair_comparison(column: str, *, is_number: bool) -> Any:
    if is_number:
        gap = f'abs("{column}_l" - "{column}_r") / greatest(abs("{column}_l"), 0.001)'
        bounds = [levels.CustomLevel(f"{gap} <= {bound}") for bound in (0.01, 0.05, 0.2)]
        steps = [levels.NullLevel(column), levels.ExactMatchLevel(column), *bounds, levels.ElseLevel()]
        return by.CustomComparison(comparison_levels=steps, output_column_name=column)
    words = f"list_distinct(string_split(lower(\"{column}_{{}}\"), ' '))"
    ours, theirs = words.format("l"), words.format("r")
    both = f"len(list_intersect({ours}, {theirs}))"
    jaccard = f"{both}::double / (len({ours}) + len({theirs}) - {both})"
    steps = [
        levels.NullLevel(column),
        levels.ExactMatchLevel(column, term_frequency_adjustments=True),
        levels.JaroWinklerLevel(column, 0.92),
        *[levels.CustomLevel(f"{jaccard} >= {bound}") for bound in (0.8, 0.6, 0.4, 0.25, 0.1)],
        levels.ElseLevel(),
    ]
    return by.CustomComparison(comparison_levels=steps, output_column_name=column)


def splink_enterprises(written: pl.DataFrame, register: pl.DataFrame) -> Answers:
    """Blocked on the core, its beginnings, and its inside within a province."""
    region = [
        levels.NullLevel("region"),
        levels.ExactMatchLevel("region"),
        levels.CustomLevel("substr(region_l, 1, 4) = substr(region_r, 1, 4)"),
        levels.CustomLevel("substr(region_l, 1, 2) = substr(region_r, 1, 2)"),
        levels.ElseLevel(),
    ]
    year = [
        levels.NullLevel("year"),
        levels.ExactMatchLevel("year"),
        levels.CustomLevel("abs(year_l::int - year_r::int) = 1"),
        levels.ElseLevel(),
    ]
    settings = SettingsCreator(
        link_type="link_only",
        unique_id_column_name="row",
        blocking_rules_to_generate_predictions=[
            block_on("core"),
            block_on("substr(core, 1, 4)"),
            block_on("substr(core, 1, 3)", "substr(region, 1, 2)"),
            block_on("substr(core, 1, 2)", "substr(region, 1, 4)"),
            block_on("substr(core, 2, 5)", "substr(region, 1, 2)"),
            block_on("substr(core, 3, 6)", "substr(region, 1, 4)"),
        ],
        comparisons=[
            by.JaroWinklerAtThresholds("core", [0.97, 0.94, 0.9, 0.85, 0.75]).configure(
                term_frequency_adjustments=True
            ),
            by.CustomComparison(comparison_levels=region, output_column_name="region"),
            by.CustomComparison(comparison_levels=year, output_column_name="year"),
        ],
        retain_matching_columns=False,
    )
    columns = ("row", "core", "region", "year")
    linker = _linker([written.select(columns), register.select(columns)], settings)
    linker.training.estimate_probability_two_random_records_match([block_on("core", "region")], recall=0.4)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    _expectation_maximisation(linker, "core")
    _expectation_maximisation(linker, "substr(core, 1, 4)", "year")
    return _predicted(linker)


def _linker(tables: Sequence[pl.DataFrame], settings: SettingsCreator) -> Linker:
    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI()
    api.duckdb_con.execute(f"SET threads = {THREADS}; SET memory_limit = '{MEMORY}'")
    names = ("a_left", "b_right")  # Splink orders the sides by name
    registered = [
        api.register(frame.with_columns(pl.col("row").cast(pl.Int64)).to_arrow(), dataset_display_name=name)
        for name, frame in zip(names, tables, strict=False)
    ]
    return Linker(registered if len(registered) > 1 else registered[0], settings, log_level=None)


def _expectation_maximisation(linker: Linker, *columns: str) -> None:
    linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))


def _predicted(linker: Linker) -> Answers:
    found = linker.inference.predict(threshold_match_probability=0.001)
    rows = f'SELECT row_l AS "left", row_r AS "right", match_weight AS score FROM {found.physical_name}'
    return pl.DataFrame(linker._db_api.duckdb_con.execute(rows).to_arrow_table())


def recordlinkage_febrl(tables: Sequence[pl.DataFrame]) -> Answers:
    """The blocking and comparison of recordlinkage's own examples, and its EM classifier."""
    frames = [frame.drop("entity").to_pandas().set_index("row") for frame in tables]
    index = recordlinkage.Index()
    for column in FEBRL_BLOCKS:
        index.block(column)
    compare = recordlinkage.Compare(n_jobs=THREADS)
    for column in ("given_name", "surname", "address_1", "suburb"):
        compare.string(column, column, method="jarowinkler", threshold=0.85, label=column)
    for column in ("date_of_birth", "soc_sec_id", "postcode", "state", "street_number"):
        compare.exact(column, column, label=column)
    features = compare.compute(index.index(*frames), *frames)
    classifier = recordlinkage.ECMClassifier(binarize=0.5)
    classifier.fit(features)
    return _answers(features.index, classifier.prob(features))


def recordlinkage_pairs(pairs: LabelledPairs, numbers: Sequence[str]) -> NDArray[np.float64]:
    """A score for every pair by its logistic regression on the training pairs."""
    frames = [frame.to_pandas() for frame in (pairs.left, pairs.right)]
    compare = recordlinkage.Compare(n_jobs=THREADS)
    for column in pairs.left.columns:
        if column in numbers:
            compare.numeric(column, column, method="gauss", scale=1.0, label=column)
            continue
        for method in ("jarowinkler", "cosine", "qgram"):
            compare.string(column, column, method=method, label=f"{column} {method}")
    rows = np.arange(len(pairs.matches))
    features = compare.compute(pd.MultiIndex.from_arrays([rows, rows]), *frames).fillna(0.0)
    is_train = pairs.part == "train"
    classifier = recordlinkage.LogisticRegressionClassifier()
    classifier.fit(features[is_train], features.index[is_train & pairs.matches])
    return np.asarray(classifier.prob(features))


def recordlinkage_enterprises(written: pl.DataFrame, register: pl.DataFrame) -> Answers:
    columns = ("row", "core", "region", "year")
    frames = []
    for frame in (written, register):
        table = frame.select(columns).with_columns(
            beginning=pl.col("core").str.head(4),
            province=pl.col("region").str.head(2),
            start=pl.col("core").str.head(3),
        )
        frames.append(table.to_pandas().set_index("row"))
    index = recordlinkage.Index()
    index.block("core")
    index.block("beginning")
    index.block(["start", "province"])
    compare = recordlinkage.Compare(n_jobs=THREADS)
    compare.string("core", "core", method="jarowinkler", threshold=0.9, label="near")
    compare.exact("core", "core", label="core")
    compare.exact("region", "region", label="region")
    compare.exact("province", "province", label="province")
    compare.exact("year", "year", label="year")
    features = compare.compute(index.index(*frames), *frames)
    classifier = recordlinkage.ECMClassifier(binarize=0.5)
    classifier.fit(features)
    return _answers(features.index, classifier.prob(features))


def _answers(pairs: pd.MultiIndex, scores: pd.Series) -> Answers:
    rows = [np.asarray(pairs.get_level_values(side), np.int64) for side in (0, 1)]
    return pl.DataFrame({"left": rows[0], "right": rows[1], "score": np.asarray(scores, np.float64)})
