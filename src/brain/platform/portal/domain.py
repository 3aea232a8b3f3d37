"""To-dos and messages, and the groups of the menu."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

GROUPS = (
    ("cockpit", "产业发展驾驶舱", "Industry development cockpit"),
    ("workbench", "工作台", "Workbench"),
    ("factory", "我的工厂", "My factory"),
    ("governance", "产业精准治理", "Precise governance"),
    ("synergy", "产业协同创新", "Collaborative innovation"),
    ("factories", "晨星工厂", "Morning-star factories"),
    ("data", "数据", "Data"),
    ("data_governance", "数据治理", "Data governance"),
    ("exchange", "共享交换", "Exchange"),
    ("administration", "系统管理", "Administration"),
)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One to-do or message as one person sees it."""

    id: int
    kind: Literal["todo", "message"]
    title: str
    title_en: str | None
    body: str
    link: str
    created_at: datetime
    due_at: datetime | None
    done_at: datetime | None
    read_at: datetime | None
