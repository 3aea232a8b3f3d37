"""What GB/T 36073-2018 (DCMM) asks about the management of data: eight domains with 28 items.

The levels of maturity are not here: a body of assessment says them, no program does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Item:
    """能力项. `code` is ours, `<domain>.<item>`: the standard numbers its chapters only."""

    code: str
    title: str
    title_en: str


@dataclass(frozen=True)
class Domain:
    """能力域."""

    code: str
    title: str
    title_en: str
    items: tuple[Item, ...]


DOMAINS: Final = (
    Domain(
        "strategy",
        "数据战略",
        "Data strategy",
        (
            Item("strategy.planning", "数据战略规划", "Planning"),
            Item("strategy.implementation", "数据战略实施", "Implementation"),
            Item("strategy.assessment", "数据战略评估", "Assessment"),
        ),
    ),
    Domain(
        "governance",
        "数据治理",
        "Data governance",
        (
            Item("governance.organisation", "数据治理组织", "Organisation"),
            Item("governance.regulations", "数据制度建设", "Regulations"),
            Item("governance.communication", "数据治理沟通", "Communication"),
        ),
    ),
    Domain(
        "architecture",
        "数据架构",
        "Data architecture",
        (
            Item("architecture.models", "数据模型", "Data models"),
            Item("architecture.distribution", "数据分布", "Data distribution"),
            Item("architecture.integration", "数据集成与共享", "Integration and sharing"),
            Item("architecture.metadata", "元数据管理", "Metadata"),
        ),
    ),
    Domain(
        "application",
        "数据应用",
        "Data application",
        (
            Item("application.analysis", "数据分析", "Analysis"),
            Item("application.opening", "数据开放共享", "Opening and sharing"),
            Item("application.services", "数据服务", "Data services"),
        ),
    ),
    Domain(
        "security",
        "数据安全",
        "Data security",
        (
            Item("security.policy", "数据安全策略", "Policy"),
            Item("security.management", "数据安全管理", "Management"),
            Item("security.audit", "数据安全审计", "Audit"),
        ),
    ),
    Domain(
        "quality",
        "数据质量",
        "Data quality",
        (
            Item("quality.requirements", "数据质量需求", "Requirements"),
            Item("quality.checking", "数据质量检查", "Checking"),
            Item("quality.analysis", "数据质量分析", "Analysis"),
            Item("quality.improvement", "数据质量提升", "Improvement"),
        ),
    ),
    Domain(
        "standards",
        "数据标准",
        "Data standards",
        (
            Item("standards.terms", "业务术语", "Business terms"),
            Item("standards.reference_data", "参考数据和主数据", "Reference and master data"),
            Item("standards.elements", "数据元", "Data elements"),
            Item("standards.indicators", "指标数据", "Indicators"),
        ),
    ),
    Domain(
        "life_cycle",
        "数据生存周期",
        "Data life cycle",
        (
            Item("life_cycle.requirements", "数据需求", "Requirements"),
            Item("life_cycle.design", "数据设计和开发", "Design and development"),
            Item("life_cycle.operation", "数据运维", "Operation"),
            Item("life_cycle.retirement", "数据退役", "Retirement"),
        ),
    ),
)
ITEMS: Final[Mapping[str, Item]] = {item.code: item for domain in DOMAINS for item in domain.items}
