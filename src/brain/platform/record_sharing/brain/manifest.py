"""What records that factories share offer a brain."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.record_sharing.brain import jobs, routes
from brain.platform.record_sharing.brain.datasets import DATA_SETS
from brain.platform.record_sharing.brain.domain.acts import ACTS
from brain.platform.record_sharing.brain.service import hearing

BRAIN = Room(
    name="shared_records",
    title="工厂的业务记录",
    title_en="Business records of factories",
    nodes=("industry_brain",),
    routers=(routes.router,),
    jobs=jobs.JOBS,
    datasets=DATA_SETS,
    acts=ACTS,
    listeners={FactoryLetter: (hearing.hear,)},
    scopes=(
        Scope(
            name="shared_records.see",
            title="查看工厂共享了哪些业务记录",
            title_en="See which business records factories share",
            roles=("operator", "analyst", "reviewer"),
        ),
        Scope(
            name="shared_records.read",
            title="按同意的用途查看工厂的业务记录",
            title_en="Read business records for consented purposes",
            roles=("analyst",),
        ),
        Scope(
            name="shared_records.land",
            title="把工厂的业务记录存入数据仓",
            title_en="Take business records of factories into the warehouse",
            roles=("operator",),
        ),
    ),
    menu=(
        MenuItem(
            group="factories",
            name="shared_records",
            title="工厂的业务记录",
            title_en="Business records of factories",
            path="/shared-records",
            icon="share",
            scopes=("shared_records.see",),
            order=305,
        ),
    ),
)
