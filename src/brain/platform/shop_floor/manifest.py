"""What collecting offers the gateway."""

from brain.kit.room import Room, Scope
from brain.kit.standing import Standing
from brain.platform.shop_floor import jobs
from brain.platform.shop_floor.service import collecting

ROOM = Room(
    name="shop_floor",
    title="设备与采集",
    title_en="Shop floor",
    nodes=("factory_gateway",),
    jobs=jobs.JOBS,
    standing=(Standing("shop_floor.collect", collecting.collect),),
    scopes=(
        Scope(
            name="shop_floor.see",
            title="查看设备与采集的数据",
            title_en="See machines and what is collected",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="shop_floor.configure",
            title="配置设备来源与测点",
            title_en="Configure sources and points",
            roles=("engineer",),
        ),
    ),
)
