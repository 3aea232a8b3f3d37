"""What the data warehouse offers the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.data_warehouse import jobs
from brain.platform.data_warehouse.datasets import DATA_SETS
from brain.platform.data_warehouse.domain.acts import ACTS
from brain.platform.data_warehouse.evidence import EVIDENCE
from brain.platform.data_warehouse.routes import code_lists, enterprises, figures, lookup, precedence
from brain.platform.data_warehouse.service.precedence import RECOMPUTE

ROOM = Room(
    name="data_warehouse",
    title="产业数据仓",
    title_en="Data warehouse",
    routers=(enterprises.router, lookup.router, code_lists.router, figures.router, precedence.router),
    jobs=(Job(name=RECOMPUTE, run=jobs.recompute),),
    acts=ACTS,
    evidence=EVIDENCE,
    datasets=DATA_SETS,
    scopes=(
        Scope(
            name="data_warehouse.read",
            title="查询企业",
            title_en="Look up enterprises",
            roles=("operator", "reviewer", "analyst", "expert"),
        ),
        Scope(
            name="data_warehouse.export",
            title="导出企业清单",
            title_en="Export lists of enterprises",
            roles=("operator", "analyst"),
        ),
        Scope(
            name="data_warehouse.see_personal",
            title="查看法定代表人姓名",
            title_en="See legal persons' names",
            roles=("reviewer",),
        ),
        Scope(
            name="data_warehouse.propose_precedence",
            title="提出来源优先级",
            title_en="Propose rankings of sources",
            roles=("operator",),
        ),
        Scope(
            name="data_warehouse.decide_precedence",
            title="确认来源优先级",
            title_en="Decide rankings of sources",
            roles=("reviewer",),
        ),
    ),
    menu=(
        MenuItem(
            group="data",
            name="enterprises",
            title="企业检索",
            title_en="Enterprises",
            path="/data-warehouse/enterprises",
            icon="search",
            scopes=("data_warehouse.read",),
            order=310,
        ),
        MenuItem(
            group="data_governance",
            name="source_precedence",
            title="来源优先级",
            title_en="Ranking of sources",
            path="/data-warehouse/precedence",
            icon="list",
            scopes=("data_warehouse.read",),
            order=315,
        ),
    ),
)
