"""Finding the enterprises that rows name instead of carrying their codes."""

from typing import Final

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_warehouse import service as warehouse
from brain.platform.governance.contract import SeenName
from brain.platform.governance.service import matching
from brain.platform.ingestion.domain.layouts import Layout
from brain.platform.ingestion.domain.problems import Problem
from brain.platform.ingestion.queries import problems
from brain.platform.ingestion.service.checking import ROW, Checked
from brain.reference.enterprise_name import name_key

UNKNOWN: Final = "未匹配到企业"
SHARED: Final = "有多家同名企业，请改用统一社会信用代码"


async def find(session: AsyncSession, checked: Checked, *, needed: bool) -> Checked:
    """The codes of rows without one; a name that none or several enterprises bear is a problem, and rejects
    its row where a code is `needed`.

    What people decided on a name fills codes that are needed; others are filled whenever the data set is
    built, so that a decision taken back counts no longer.
    """
    frame = checked.frame
    for name in ("credit_code", "enterprise_name"):
        if name not in frame.columns:
            frame = frame.with_columns(pl.lit(None, pl.String).alias(name))
    named = frame.filter(pl.col("credit_code").is_null())
    keys = {row: name_key(name or "") for row, name in named.select(ROW, "enterprise_name").iter_rows()}
    found = await warehouse.namesakes(session, list(keys.values()))
    decided = await matching.decided(session, set(keys.values())) if needed else {}
    codes: dict[int, str] = {}
    for row, name in named.select(ROW, "enterprise_name").iter_rows():
        bearers = found.get(keys[row], [])
        if len(bearers) == 1:
            codes[row] = bearers[0].credit_code
            continue
        if keys[row] in decided:
            codes[row] = decided[keys[row]]
            continue
        why = SHARED if bearers else UNKNOWN
        checked.problems.append(Problem(row, "enterprise_name", name or "", why, fatal=needed))
    filled = pl.DataFrame(
        {ROW: list(codes), "found": list(codes.values())}, schema={ROW: pl.Int64, "found": pl.String}
    )
    checked.frame = (
        frame.join(filled, on=ROW, how="left", maintain_order="left")
        .with_columns(pl.coalesce("credit_code", "found").alias("credit_code"))
        .drop("found")
    )
    return checked.without_rejected()


async def note_rejected(session: AsyncSession, import_id: int, layout: Layout) -> None:
    """Names for which an import rejected rows wait for a person to say whom they mean."""
    if not (layout.finds_owner and layout.needs_code):
        return
    names = await problems.rejected_names(session, import_id, (UNKNOWN, SHARED))
    seen = [SeenName(written=name, rows=rows) for name, rows in names.items()]
    await matching.note(session, import_id, layout.name, seen, in_data_set=False)
