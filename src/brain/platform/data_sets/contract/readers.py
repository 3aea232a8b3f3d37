"""Who reads a data set besides other data sets, and when it should be read anew."""

from dataclasses import dataclass

from brain.kit.events import Event


@dataclass(frozen=True, kw_only=True)
class Reader:
    """A scenario, an agreement, a model … that reads columns of a data set; `key` names it for good."""

    key: str
    data_set: str
    columns: tuple[str, ...]
    title: str
    title_en: str
    link: str


@dataclass(frozen=True, kw_only=True)
class DataSetChanged(Event):
    """A data set has a new version, other grades, or another row policy."""

    data_set: str
