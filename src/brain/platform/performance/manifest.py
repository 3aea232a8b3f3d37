"""What production performance offers the gateway."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.performance import jobs, routes
from brain.platform.performance.domain.acts import ACTS

ROOM = Room(
    name="performance",
    title="生产绩效",
    title_en="Production performance",
    nodes=("factory_gateway",),
    routers=(routes.router,),
    jobs=jobs.JOBS,
    acts=ACTS,
    scopes=(
        Scope(
            name="performance.see",
            title="查看生产绩效",
            title_en="See production performance",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="performance.configure",
            title="设置绩效测算与班次",
            title_en="Set up measuring and shifts",
            roles=("engineer", "planner"),
        ),
    ),
    menu=(
        MenuItem(
            group="factory",
            name="performance",
            title="生产绩效",
            title_en="Performance",
            path="/performance",
            icon="timer",
            scopes=("performance.see",),
            order=150,
        ),
    ),
)
