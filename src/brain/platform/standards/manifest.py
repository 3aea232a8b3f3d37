"""What data standards offer the node."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.standards.domain.acts import ACTS
from brain.platform.standards.routes import code_tables, standards

ROOM = Room(
    name="standards",
    title="数据标准",
    title_en="Data standards",
    routers=(code_tables.router, standards.router),
    acts=ACTS,
    scopes=(
        Scope(
            name="standards.read",
            title="查看数据标准",
            title_en="See data standards",
            roles=("operator", "reviewer", "analyst", "expert"),
        ),
        Scope(
            name="standards.declare",
            title="提出数据标准",
            title_en="Draft data standards",
            roles=("operator", "expert"),
        ),
        Scope(
            name="standards.confirm",
            title="批准、废止数据标准",
            title_en="Approve and withdraw data standards",
            roles=("reviewer",),
        ),
    ),
    menu=(
        MenuItem(
            group="data_governance",
            name="standards",
            title="数据标准",
            title_en="Data standards",
            path="/standards",
            icon="list",
            scopes=("standards.read",),
            order=314,
        ),
    ),
)
