"""What governance offers the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.data_warehouse.contract import RecordsChanged
from brain.platform.governance import jobs, service
from brain.platform.governance.domain.acts import ACTS
from brain.platform.governance.routes import industry_codings, matches
from brain.platform.governance.service import industry_coding

ROOM = Room(
    name="governance",
    title="数据治理",
    title_en="Data governance",
    routers=(matches.router, industry_codings.router),
    jobs=(
        Job(name=service.INDEX_NAMES, run=jobs.index_names),
        Job(name=industry_coding.TRAIN, run=jobs.train_industry_coder, every="40 2 * * *"),
        Job(name=industry_coding.CODE, run=jobs.code_industries),
    ),
    acts=ACTS,
    scopes=(
        Scope(
            name="governance.correct_industry",
            title="核定企业行业代码",
            title_en="Decide industry codes",
            roles=("operator", "expert"),
        ),
    ),
    menu=(
        MenuItem(
            group="data",
            name="industry_codings",
            title="行业编码",
            title_en="Industry codes",
            path="/governance/industry-codings",
            icon="list",
            scopes=("data_warehouse.read",),
            order=312,
        ),
    ),
    listeners={RecordsChanged: (service.hear_records_changed, industry_coding.hear_records_changed)},
)
