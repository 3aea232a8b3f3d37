"""What the data warehouse records, in its own words."""

from typing import Final

from brain.kit.acts import Act, Kind
from brain.platform.data_warehouse.contract import Family

TITLES: Final = {
    Family.BASIC: "基础工商信息",
    Family.PATENT: "专利",
    Family.TRADEMARK: "商标",
    Family.INVESTMENT: "对外投资",
    Family.HONOUR: "荣誉",
}

ENTERPRISES = Kind(
    name="enterprises",
    title="企业清单",
    title_en="Enterprises",
    page="/data-warehouse/enterprises",
    scope="data_warehouse.read",
)
EXPORTED = Act(
    name="data_warehouse.export", title="导出企业清单", title_en="Exported enterprises", of=ENTERPRISES
)
PRECEDENCE = Kind(
    name="source_precedence",
    title="来源优先级",
    title_en="Ranking of sources",
    page="/data-warehouse/precedence",
    scope="data_warehouse.read",
)


def _precedence(verb: str, title: str, title_en: str) -> Act:
    return Act(name=f"data_warehouse.{verb}_precedence", title=title, title_en=title_en, of=PRECEDENCE)


PRECEDENCE_PROPOSED = _precedence("propose", "提出来源优先级", "Proposed a ranking of sources")
PRECEDENCE_CONFIRMED = _precedence("confirm", "确认来源优先级", "Confirmed a ranking of sources")
PRECEDENCE_REFUSED = _precedence("refuse", "退回来源优先级", "Refused a ranking of sources")
ACTS = (EXPORTED, PRECEDENCE_PROPOSED, PRECEDENCE_CONFIRMED, PRECEDENCE_REFUSED)
