"""What business records offer the gateway."""

from brain.kit.room import MenuItem, Room, Scope
from brain.kit.standing import Standing
from brain.platform.operations.domain.acts import ACTS
from brain.platform.operations.routes import design, records, sheets, systems
from brain.platform.operations.service import following

ROOM = Room(
    name="operations",
    title="业务记录",
    title_en="Business records",
    nodes=("factory_gateway",),
    routers=(records.router, design.router, sheets.router, systems.router),
    acts=ACTS,
    standing=(Standing("operations.follow", following.follow),),
    scopes=(
        Scope(
            name="operations.see",
            title="查看订单、批次、质量、库存与能耗",
            title_en="See orders, lots, quality, stock and energy",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="operations.enter",
            title="填报与导入业务记录",
            title_en="Enter and import business records",
            roles=("planner",),
        ),
        Scope(
            name="operations.configure",
            title="配置业务系统",
            title_en="Configure business systems",
            roles=("engineer",),
        ),
    ),
    menu=tuple(
        MenuItem(
            group="factory",
            name=name,
            title=title,
            title_en=title_en,
            path=f"/operations/{name}",
            icon=icon,
            scopes=("operations.see",),
            order=order,
        )
        for name, title, title_en, icon, order in (
            ("orders", "订单与批次", "Orders and lots", "tickets", 155),
            ("design", "设计数据", "Design data", "document", 158),
            ("quality", "质量", "Quality", "done", 160),
            ("stock", "库存", "Stock", "box", 165),
            ("energy", "能耗", "Energy", "idea", 170),
            ("entry", "填报与导入", "Entry and import", "edit", 175),
            ("systems", "业务系统", "Business systems", "share", 220),
        )
    ),
)
