"""How a training set is made of a data set."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Split = Literal["train", "validation", "test"]
SPLITS: Final[tuple[Split, ...]] = ("train", "validation", "test")


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """Rows of a data set, of these columns, parted by `shares` that add up to 1.

    Rows alike in `groups` (an enterprise, a batch) are in one split, drawn by a digest, so that a row stays
    where it was when others come. With a `time` column the earlier rows train and the later ones test.
    `label` is what a model is to tell.
    """

    name: str
    title: str
    purpose: str
    limits: str
    licence: str
    contact: str
    data_set: str
    columns: tuple[str, ...]
    label: str | None
    groups: tuple[str, ...]
    time: str | None
    shares: Mapping[Split, float]

    @property
    def features(self) -> tuple[str, ...]:
        return tuple(column for column in self.columns if column != self.label)
