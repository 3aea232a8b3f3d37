"""What Asset Administration Shells offer the gateway."""

from brain.kit.room import Room, Scope
from brain.platform.asset_shells import routes
from brain.platform.asset_shells.domain.acts import ACTS

ROOM = Room(
    name="asset_shells",
    title="资产管理壳",
    title_en="Asset Administration Shells",
    nodes=("factory_gateway",),
    routers=(routes.router,),
    acts=ACTS,
    scopes=(
        Scope(
            name="asset_shells.see",
            title="查看设备铭牌",
            title_en="See name plates",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="asset_shells.tell",
            title="填写设备铭牌",
            title_en="Tell name plates",
            roles=("engineer",),
        ),
        Scope(
            name="asset_shells.export",
            title="导出资产管理壳",
            title_en="Export Asset Administration Shells",
            roles=("owner", "engineer"),
        ),
    ),
)
