"""What ingestion offers the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.ingestion import jobs, routes
from brain.platform.ingestion.domain.acts import ACTS
from brain.platform.ingestion.service.imports import RUN

ROOM = Room(
    name="ingestion",
    title="数据汇聚",
    title_en="Data ingestion",
    routers=(routes.router,),
    jobs=(Job(name=RUN, run=jobs.run_import),),
    acts=ACTS,
    scopes=(Scope(name="ingestion.import", title="导入数据", title_en="Import data", roles=("operator",)),),
    menu=(
        MenuItem(
            group="data",
            name="imports",
            title="数据导入",
            title_en="Imports",
            path="/ingestion/imports",
            icon="upload",
            scopes=("ingestion.import",),
            order=320,
        ),
    ),
)
