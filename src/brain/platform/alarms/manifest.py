"""What alarms offer the gateway."""

from brain.kit.room import MenuItem, Room, Scope
from brain.kit.standing import Standing
from brain.platform.alarms import jobs, routes
from brain.platform.alarms.domain.acts import ACTS
from brain.platform.alarms.service import watching

ROOM = Room(
    name="alarms",
    title="报警",
    title_en="Alarms",
    nodes=("factory_gateway",),
    routers=(routes.router,),
    jobs=jobs.JOBS,
    standing=(Standing("alarms.watch", watching.watch),),
    acts=ACTS,
    scopes=(
        Scope(
            name="alarms.see",
            title="查看报警与规则",
            title_en="See alarms and rules",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="alarms.acknowledge",
            title="确认与搁置报警",
            title_en="Acknowledge and shelve alarms",
            roles=("engineer", "planner"),
        ),
        Scope(
            name="alarms.configure",
            title="设置报警规则",
            title_en="Set alarm rules",
            roles=("engineer",),
        ),
    ),
    menu=(
        MenuItem(
            group="factory",
            name="alarms",
            title="报警",
            title_en="Alarms",
            path="/alarms",
            icon="bell",
            scopes=("alarms.see",),
            order=145,
        ),
    ),
)
