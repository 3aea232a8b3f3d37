"""Finding the enterprises that rows name instead of carrying their codes."""

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_warehouse import service as warehouse
from brain.platform.ingestion.domain.problems import Problem
from brain.platform.ingestion.service.checking import ROW, Checked
from brain.reference.enterprise_name import name_key


async def find(session: AsyncSession, checked: Checked, *, needed: bool) -> Checked:
    """The codes of rows without one; a name that none or several enterprises bear is a problem, and rejects
    its row where a code is `needed`."""
    frame = checked.frame
    for name in ("credit_code", "enterprise_name"):
        if name not in frame.columns:
            frame = frame.with_columns(pl.lit(None, pl.String).alias(name))
    named = frame.filter(pl.col("credit_code").is_null())
    keys = {row: name_key(name or "") for row, name in named.select(ROW, "enterprise_name").iter_rows()}
    found = await warehouse.namesakes(session, list(keys.values()))
    codes: dict[int, str] = {}
    for row, name in named.select(ROW, "enterprise_name").iter_rows():
        bearers = found.get(keys[row], [])
        if len(bearers) == 1:
            codes[row] = bearers[0].credit_code
            continue
        why = "有多家同名企业，请改用统一社会信用代码" if bearers else "未匹配到企业"
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
