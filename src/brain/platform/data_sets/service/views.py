"""What the engine is shown of the lake's files: a version of a data set, deliveries to one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from brain.kit.datasets import Column, DataSet, Gathered, Type
from brain.platform.data_sets.adapters.engine import View
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.adapters.rows import EVERY_ROW
from brain.platform.data_sets.contract import Delivered, Version
from brain.platform.data_sets.domain.row_policies import Permitted
from brain.platform.governance.contract import Shown

PLACE: Final = (Column("_delivery", "", "", Type.INTEGER), Column("_row", "", "", Type.INTEGER))
WITHHELD: Final = Shown("withheld")


def of_version(
    lake: Lake,
    data_set: DataSet,
    version: Version,
    shown: Mapping[str, Shown] | None = None,
    permitted: Permitted = EVERY_ROW,
) -> View:
    """Columns declared since it was built are empty."""
    present = lake.columns(version.files[0])
    return View(
        lake.paths(version.files),
        data_set.columns,
        dict(shown or {}) | _absent(data_set.columns, present),
        permitted.within(present).condition,
    )


def of_deliveries(lake: Lake, data_set: DataSet, delivered: Sequence[Delivered]) -> dict[str, View]:
    """A view for each set of columns that deliveries have: later revisions of a data set have more."""
    columns = (*data_set.columns, *PLACE)
    groups: dict[frozenset[str], list[str]] = defaultdict(list)
    for each in delivered:
        if each.files:
            groups[lake.columns(each.files[0])] += each.files
    return {
        f"delivered.part_{number}": View(lake.paths(files), columns, _absent(columns, present))
        for number, (present, files) in enumerate(groups.items())
    }


def _absent(columns: Sequence[Column], present: frozenset[str]) -> dict[str, Shown]:
    return {column.name: WITHHELD for column in columns if column.name not in present}


def counted(built: Gathered, delivered: Sequence[Delivered]) -> list[Delivered]:
    """Those that count, of deliveries with the latest day first.

    Where each is the whole, the latest of them and what was corrected of it since.
    """
    standing = [each for each in delivered if each.withdrawal is None and not each.removed]
    if not built.whole:
        return standing
    latest = next((each for each in standing if not each.corrects), None)
    if latest is None:
        return []
    since = [each for each in standing if each.corrects and each.delivered_at > latest.delivered_at]
    return [latest, *(each for each in since if each.as_of == latest.as_of)]


DECIDED: Final = "delivered.decided"
DECIDED_COLUMNS: Final = (Column("written", "", ""), Column("code", "", ""))


def linking(data_set: DataSet, told: str) -> str:
    """Rows without a credit code get that of the enterprise which people decided their name means."""
    code = "coalesce(told.credit_code, decided.code) AS credit_code"
    columns = ", ".join(
        code if column.name == "credit_code" else f"told.`{column.name}`" for column in data_set.columns
    )
    join = f"LEFT JOIN {DECIDED} AS decided ON told.enterprise_name = decided.written"
    return f"SELECT {columns} FROM ({told}) AS told {join}"  # noqa: S608 - our own names


def gathering(data_set: DataSet, names: Sequence[str]) -> str:
    """SQL over views of deliveries: of rows with the same keys that of the latest day; without keys, all."""
    columns = ", ".join(f"`{column.name}`" for column in data_set.columns)
    told = " UNION ALL ".join(f"SELECT * FROM {name}" for name in names)  # noqa: S608 - our own names
    if not data_set.keys:
        return f"SELECT {columns} FROM ({told}) AS told"  # noqa: S608 - names of the declared pattern
    keys = ", ".join(f"`{key}`" for key in data_set.keys)
    latest = f"row_number() OVER (PARTITION BY {keys} ORDER BY source_as_of DESC, _delivery DESC, _row DESC)"
    ranked = f"SELECT *, {latest} AS _place FROM ({told}) AS told"  # noqa: S608 - as above
    return f"SELECT {columns} FROM ({ranked}) AS ranked WHERE _place = 1"  # noqa: S608 - as above
