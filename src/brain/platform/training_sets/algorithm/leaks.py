"""Looking for leaks: what of validation and test a model could know from training."""

from typing import Final

import polars as pl

from brain.platform.training_sets.algorithm.splitting import COLUMN
from brain.platform.training_sets.domain.findings import Leak
from brain.platform.training_sets.domain.recipes import Recipe

SURE: Final = 0.99  # of the label told right by one column alone
PLAIN: Final = 0.95  # a label that one answer tells so often gives nothing away
COVERED: Final = 0.5  # of the rows, by values seen in training


def leaks(frame: pl.DataFrame, recipe: Recipe) -> list[Leak]:
    """Of rows with their split."""
    train = frame.filter(pl.col(COLUMN) == "train")
    held = frame.filter(pl.col(COLUMN) != "train")
    if train.is_empty() or held.is_empty():
        return []
    found = [_duplicates(train, held, recipe), _groups(train, held, recipe), _time(train, held, recipe)]
    found += [_giveaway(train, held, recipe.label, column) for column in recipe.features if recipe.label]
    return [leak for leak in found if leak is not None]


def _duplicates(train: pl.DataFrame, held: pl.DataFrame, recipe: Recipe) -> Leak | None:
    features = list(recipe.features)
    again = held.join(train.select(features).unique(), on=features, how="semi", nulls_equal=True).height
    message = "验证与测试中有这些行，除标签外与训练中的行完全相同"
    return Leak(kind="duplicates", rows=again, of=held.height, message=message) if again else None


def _groups(train: pl.DataFrame, held: pl.DataFrame, recipe: Recipe) -> Leak | None:
    if not recipe.groups:
        return None
    keys = list(recipe.groups)
    both = held.drop_nulls(keys).join(train.select(keys).unique(), on=keys, how="semi").height
    message = "同一组（主体）既在训练中，又在验证或测试中"
    return Leak(kind="groups", rows=both, of=held.height, message=message) if both else None


def _time(train: pl.DataFrame, held: pl.DataFrame, recipe: Recipe) -> Leak | None:
    if recipe.time is None:
        return None
    latest = train[recipe.time].max()
    before = 0 if latest is None else held.filter(pl.col(recipe.time) <= pl.lit(latest)).height
    message = "验证或测试中有早于训练的行"
    return Leak(kind="time", rows=before, of=held.height, message=message) if before else None


def _giveaway(train: pl.DataFrame, held: pl.DataFrame, label: str | None, column: str) -> Leak | None:
    """A column that alone tells the label: often it was made of it, or after it."""
    if label is None or train[column].n_unique() * 2 > train.height or _plain(held, label):
        return None
    counted = train.group_by(column, label).len().sort("len", descending=True)
    answer = counted.unique(column, keep="first", maintain_order=True).rename({label: "_answer"})
    told = held.join(answer, on=column, how="inner", nulls_equal=True)
    right = told.filter(pl.col(label).eq_missing(pl.col("_answer"))).height
    if told.height < COVERED * held.height or right < SURE * told.height:
        return None
    message = f"只看“{column}”一列就能说对 {right / told.height:.1%} 的标签：它可能由标签得出"
    return Leak(kind="giveaway", rows=right, of=held.height, message=message, column=column)


def _plain(held: pl.DataFrame, label: str) -> bool:
    most = held[label].value_counts()["count"].max()
    return isinstance(most, int) and most >= PLAIN * held.height
