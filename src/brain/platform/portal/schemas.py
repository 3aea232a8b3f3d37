"""JSON shapes of the portal."""

from datetime import datetime

from brain.kit.node_kind import NodeKind
from brain.kit.schemas import Schema


class NodeView(Schema):
    kind: NodeKind
    name: str
    title: str
    title_en: str
    sample_data: bool
    map_approval: str | None
    version: str


class MenuItemView(Schema):
    name: str
    title: str
    title_en: str
    path: str
    icon: str


class MenuGroupView(Schema):
    name: str
    title: str
    title_en: str
    items: list[MenuItemView]


class MenuView(Schema):
    groups: list[MenuGroupView]


class ItemView(Schema):
    id: int
    kind: str
    title: str
    title_en: str | None
    body: str
    link: str
    created_at: datetime
    due_at: datetime | None
    done_at: datetime | None
    read_at: datetime | None


class CountsView(Schema):
    todos: int
    unread: int
