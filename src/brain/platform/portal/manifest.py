"""What the portal offers the node."""

from brain.kit.events import Notice, Settled
from brain.kit.room import MenuItem, Room
from brain.platform.portal import routes, service
from brain.platform.portal.evidence import EVIDENCE

ROOM = Room(
    name="portal",
    title="平台服务门户",
    title_en="Portal",
    routers=(routes.router,),
    evidence=EVIDENCE,
    listeners={Notice: (service.hear_notice,), Settled: (service.hear_settled,)},
    menu=(
        MenuItem(
            group="cockpit",
            name="cockpit",
            title="产业概况",
            title_en="Industry profile",
            path="/cockpit",
            icon="board",
            scopes=("data_warehouse.read",),
            order=1,
        ),
        MenuItem(
            group="workbench",
            name="home",
            title="首页",
            title_en="Home",
            path="/",
            icon="home",
            scopes=(),
            order=10,
        ),
        MenuItem(
            group="workbench",
            name="todos",
            title="待办",
            title_en="To-do",
            path="/todos",
            icon="list",
            scopes=(),
            order=20,
        ),
        MenuItem(
            group="workbench",
            name="messages",
            title="消息",
            title_en="Messages",
            path="/messages",
            icon="bell",
            scopes=(),
            order=30,
        ),
    ),
)
