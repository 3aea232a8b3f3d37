"""Data of the demonstration: the public sets found in a folder, or the generated world."""

from datetime import date
from pathlib import Path
from typing import Final

from brain.kit.node import Node
from brain.nodes.demonstration import world
from brain.nodes.demonstration.loop import Say
from brain.platform.ingestion.contract import Import, Origin, Status
from brain.platform.ingestion.service.imports import import_file

# What a folder of public data sets is looked through for; where each comes from: docs/guides/data.md.
SETS: Final = (
    (
        "gb4754_2017/gb4754_2017.csv",
        "industries",
        "国家标准",
        "GB/T 4754-2017 国民经济行业分类",
        date(2017, 6, 30),
    ),
    (
        "enterprises_shandong/enterprises_shandong.parquet",
        "enterprises",
        "公开数据集",
        "中国大陆企业工商注册信息（山东）",
        date(2019, 12, 31),
    ),
    (
        "honours/national_enterprise_tech_centers_2019.csv",
        "honours",
        "国家发展改革委",
        "国家企业技术中心名单（2019）",
        date(2019, 12, 31),
    ),
    ("listed_companies/a_share_basic.csv", "listings", "证券交易所", "A 股上市公司", date(2025, 9, 30)),
)

GENERATED: Final = {
    "enterprises": "企业",
    "patents": "专利",
    "trademarks": "商标",
    "investments": "对外投资",
    "honours": "荣誉",
}


async def load(centre: Node, folder: Path | None, say: Say) -> None:
    """Bring the data into the centre's warehouse; what was imported before is left as it is."""
    if folder is None:
        for dataset, path in world.write(centre.folder / "demonstration").items():
            origin = Origin(
                provider="本项目", title=f"示例数据（{GENERATED[dataset]}）", as_of=world.AS_OF, sample=True
            )
            await _bring(centre, path, dataset, origin, say)
        return
    for place, dataset, provider, title, as_of in SETS:
        if (folder / place).is_file():
            await _bring(
                centre, folder / place, dataset, Origin(provider=provider, title=title, as_of=as_of), say
            )


async def _bring(centre: Node, path: Path, dataset: str, origin: Origin, say: Say) -> None:
    async def heard(progress: Import) -> None:
        say(f"{origin.title}：{progress.rows_done} / {progress.rows_total or '…'} 行")

    done = await import_file(centre, path, dataset, origin, heard)
    if done.status is Status.FAILED:
        say(f"{origin.title}：未能导入，{done.problem}")
    else:
        say(f"{origin.title}：新增 {done.inserted} 条，变更 {done.changed} 条，拒收 {done.rejected} 行")
