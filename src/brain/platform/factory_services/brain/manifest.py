"""What the brain's side offers the node."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.factory_services.brain import jobs, routes
from brain.platform.factory_services.brain.domain.acts import ACTS
from brain.platform.factory_services.brain.service import answering

BRAIN = Room(
    name="factory_services",
    title="工厂服务",
    title_en="Services for factories",
    nodes=("industry_brain",),
    routers=(routes.router,),
    jobs=jobs.JOBS,
    acts=ACTS,
    listeners={FactoryLetter: (answering.hear,)},
    scopes=(
        Scope(
            name="factory_services.see",
            title="查看给工厂的服务与调用",
            title_en="See services for factories and their calls",
            roles=("operator", "analyst", "reviewer"),
        ),
    ),
    menu=(
        MenuItem(
            group="factories",
            name="factory_services",
            title="给工厂的服务",
            title_en="Services for factories",
            path="/factory-services",
            icon="promotion",
            scopes=("factory_services.see",),
            order=310,
        ),
    ),
)
