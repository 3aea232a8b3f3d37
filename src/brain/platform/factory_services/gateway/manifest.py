"""What the gateway's side offers the node."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.factory_link.gateway.contract import BrainLetter, LetterRefused, LinkConfirmed
from brain.platform.factory_services.gateway import jobs, routes
from brain.platform.factory_services.gateway.domain.acts import ACTS
from brain.platform.factory_services.gateway.service import calling

GATEWAY = Room(
    name="brain_services",
    title="大脑的服务",
    title_en="Services of the brain",
    nodes=("factory_gateway",),
    routers=(routes.router,),
    jobs=jobs.JOBS,
    acts=ACTS,
    listeners={
        LinkConfirmed: (calling.hear_confirmation,),
        BrainLetter: (calling.hear,),
        LetterRefused: (calling.hear_refusal,),
    },
    scopes=(
        Scope(
            name="brain_services.see",
            title="查看大脑的服务与结果",
            title_en="See services of the brain and their results",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="brain_services.call",
            title="调用大脑的服务",
            title_en="Call services of the brain",
            roles=("owner", "planner"),
        ),
        Scope(
            name="brain_services.subscribe",
            title="订阅大脑的服务",
            title_en="Subscribe to services of the brain",
            roles=("owner",),
        ),
    ),
    menu=(
        MenuItem(
            group="factory",
            name="brain_services",
            title="大脑的服务",
            title_en="Services of the brain",
            path="/brain-services",
            icon="promotion",
            scopes=("brain_services.see",),
            order=320,
        ),
    ),
)
