"""Where runs are told as OpenLineage events, and what other rooms tell of theirs."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class OpenLineage:
    """`namespace` is this node's in every event. Without a `url` events are downloaded only."""

    namespace: str
    url: str | None = None
    key: str | None = field(default=None, repr=False)


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a delivery was read from, named by OpenLineage's rules (https://openlineage.io/docs/spec/naming);
    without a `namespace` it is one of this node's own. It holds no credentials. `title`: the source's."""

    namespace: str | None
    name: str
    title: str


@dataclass(frozen=True, kw_only=True)
class DeliveryRun:
    """An attempt to bring rows of a source to a data set. `bytes_read` of the file as it came;
    `rows` were taken over."""

    data_set: str
    job: str
    place: Place
    rows_read: int
    bytes_read: int
    rows: int
    started_at: datetime
    ended_at: datetime
    failed: bool
