"""Rows of a version for those who protect them before they show them: as they are, never for a screen."""

import polars as pl

from brain.kit.datasets import DataSet
from brain.kit.node import Node
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Version


def rows(node: Node, data_set: DataSet, version: Version) -> pl.LazyFrame:
    """All declared columns; those declared since the version was built are empty."""
    lake = node.get(Lake)
    present = lake.columns(version.files[0])
    scanned = pl.scan_parquet(lake.paths(version.files))
    return scanned.select(
        pl.col(column.name) if column.name in present else pl.lit(None).alias(column.name)
        for column in data_set.columns
    )
