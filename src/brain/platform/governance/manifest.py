"""What governance offers the node."""

from brain.kit.jobs import Job
from brain.kit.room import Room
from brain.platform.data_warehouse.contract import RecordsChanged
from brain.platform.governance import jobs, routes, service

ROOM = Room(
    name="governance",
    title="数据治理",
    title_en="Data governance",
    routers=(routes.router,),
    jobs=(Job(name=service.INDEX_NAMES, run=jobs.index_names),),
    listeners={RecordsChanged: (service.hear_records_changed,)},
)
