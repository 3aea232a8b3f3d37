"""What factories sent, as rows of the warehouse."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from brain.kit.series import NO_VALUE, Columns
from brain.platform.factory_link.brain.datasets import READINGS
from brain.platform.factory_link.protocol import batches
from brain.platform.factory_link.protocol.messages import Granularity

_QUALITIES: Final = {0: "good", 1: "uncertain", 2: "bad"}


def rows(
    bodies: Sequence[bytes], allowed: Mapping[Granularity, NDArray[np.uint32]], points: pl.DataFrame
) -> pl.DataFrame:
    """Of these batches the values that `allowed` lets pass, with columns of `points` beside them; empty where
    there are none. A value that came twice is one row."""
    frames = []
    for body in bodies:
        for told, block in batches.read(body)[1]:
            wanted = allowed.get(told.granularity)
            if wanted is None:
                continue
            for part in block.parts:
                inside = np.isin(part.point, wanted)
                frames.append(_frame(part.taken(inside), _words(told.granularity), told.statistic))
    if not frames:
        return pl.DataFrame()
    columns = [column.name for column in READINGS.own_columns]
    return (
        pl.concat(frames)
        .join(points, on="point", how="inner", maintain_order="left")
        .unique(subset=READINGS.keys, keep="last", maintain_order=True)
        .select(columns)
    )


def _words(granularity: Granularity) -> str:
    """`raw`, `sampled:60`, `masked:0.5`: one text, because it is part of a row's key."""
    more = granularity.seconds if granularity.seconds is not None else granularity.step
    return granularity.kind.value if more is None else f"{granularity.kind.value}:{more:g}"


def _frame(part: Columns, granularity: str, statistic: str) -> pl.DataFrame:
    texts = part.value.dtype == np.object_
    known = (part.quality & NO_VALUE) == 0
    value = pl.Series("value", part.value.tolist() if texts else part.value.astype(np.float64), strict=False)
    empty = pl.lit(None, pl.String), pl.lit(None, pl.Float64)
    kept = pl.when(pl.col("known")).then(pl.col("value"))
    return pl.DataFrame(
        {"point": part.point, "read_at": part.at, "told": part.quality & ~np.uint8(NO_VALUE), "known": known}
    ).with_columns(value).select(
        "point",
        pl.lit(granularity).alias("granularity"),
        pl.lit(statistic).alias("statistic"),
        pl.from_epoch("read_at", time_unit="us").dt.replace_time_zone("UTC"),
        pl.col("told").replace_strict(_QUALITIES, default="bad", return_dtype=pl.String).alias("quality"),
        (empty[1] if texts else kept.cast(pl.Float64)).alias("number"),
        (kept.cast(pl.String) if texts else empty[0]).alias("text"),
    )  # fmt: skip
