"""What collecting offers the gateway."""

from brain.kit.room import MenuItem, Room, Scope
from brain.kit.standing import Standing
from brain.platform.shop_floor import jobs
from brain.platform.shop_floor.domain.acts import ACTS
from brain.platform.shop_floor.routes import certificates, equipment, point_lists, points, sources, store
from brain.platform.shop_floor.service import collecting

ROOM = Room(
    name="shop_floor",
    title="设备与采集",
    title_en="Shop floor",
    nodes=("factory_gateway",),
    routers=(
        certificates.router,
        sources.router,
        points.router,
        point_lists.router,
        equipment.router,
        store.router,
    ),
    jobs=jobs.JOBS,
    acts=ACTS,
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
    menu=(
        MenuItem(
            group="factory",
            name="sources",
            title="设备来源",
            title_en="Sources",
            path="/shop-floor/sources",
            icon="connection",
            scopes=("shop_floor.see",),
            order=200,
        ),
        MenuItem(
            group="factory",
            name="points",
            title="测点",
            title_en="Points",
            path="/shop-floor/points",
            icon="line",
            scopes=("shop_floor.see",),
            order=205,
        ),
        MenuItem(
            group="factory",
            name="equipment",
            title="设备",
            title_en="Equipment",
            path="/shop-floor/equipment",
            icon="cpu",
            scopes=("shop_floor.see",),
            order=210,
        ),
        MenuItem(
            group="factory",
            name="store",
            title="采集缓存",
            title_en="Store",
            path="/shop-floor/store",
            icon="coin",
            scopes=("shop_floor.see",),
            order=215,
        ),
    ),
)
