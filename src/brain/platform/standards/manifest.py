"""What data standards offer the node."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.standards.domain.acts import ACTS
from brain.platform.standards.evidence import EVIDENCE
from brain.platform.standards.routes import code_tables, dcmm, standards

ROOM = Room(
    name="standards",
    title="数据标准",
    title_en="Data standards",
    routers=(dcmm.router, code_tables.router, standards.router),
    acts=ACTS,
    evidence=EVIDENCE,
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
        Scope(
            name="standards.state",
            title="填写 DCMM 自述",
            title_en="State items of DCMM",
            roles=("operator",),
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
        MenuItem(
            group="data_governance",
            name="dcmm",
            title="DCMM 证据",
            title_en="DCMM evidence",
            path="/standards/dcmm",
            icon="medal",
            scopes=("standards.read",),
            order=346,
        ),
    ),
)
