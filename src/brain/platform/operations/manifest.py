"""What business records offer the gateway."""

from brain.kit.room import Room, Scope
from brain.kit.standing import Standing
from brain.platform.operations.domain.acts import ACTS
from brain.platform.operations.routes import records
from brain.platform.operations.service import following

ROOM = Room(
    name="operations",
    title="业务记录",
    title_en="Business records",
    nodes=("factory_gateway",),
    routers=(records.router,),
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
)
