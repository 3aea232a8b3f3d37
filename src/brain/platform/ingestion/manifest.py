"""What ingestion offers the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.data_sets.contract import RowsErased
from brain.platform.ingestion import jobs
from brain.platform.ingestion.domain.acts import ACTS
from brain.platform.ingestion.evidence import EVIDENCE
from brain.platform.ingestion.routes import collections, data_sets, imports, sources
from brain.platform.ingestion.service.collecting import COLLECT
from brain.platform.ingestion.service.destroying import DESTROY, hear_rows_erased
from brain.platform.ingestion.service.imports import RUN

ROOM = Room(
    name="ingestion",
    title="数据汇聚",
    title_en="Data ingestion",
    routers=(imports.router, data_sets.router, sources.router, collections.router),
    jobs=(
        Job(name=RUN, run=jobs.run_import),
        Job(name="ingestion.remind_of_late_sources", run=jobs.remind_of_late_sources, every="20 8 * * *"),
        Job(name="ingestion.start_due_collections", run=jobs.start_due_collections, every="* * * * *"),
        Job(name=COLLECT, run=jobs.collect),
        Job(name=DESTROY, run=jobs.destroy_original),
    ),
    listeners={RowsErased: (hear_rows_erased,)},
    acts=ACTS,
    evidence=EVIDENCE,
    scopes=(
        Scope(
            name="ingestion.import", title="登记数据源、导入数据", title_en="Import data", roles=("operator",)
        ),
        Scope(name="ingestion.certify", title="认证数据源", title_en="Certify sources", roles=("reviewer",)),
        Scope(
            name="ingestion.see_sources",
            title="查看数据源",
            title_en="See sources",
            roles=("operator", "reviewer", "analyst"),
        ),
    ),
    menu=(
        MenuItem(
            group="data",
            name="sources",
            title="数据源",
            title_en="Sources",
            path="/ingestion/sources",
            icon="collection",
            scopes=("ingestion.see_sources",),
            order=305,
        ),
        MenuItem(
            group="data",
            name="imports",
            title="数据导入",
            title_en="Imports",
            path="/ingestion/imports",
            icon="upload",
            scopes=("ingestion.import",),
            order=307,
        ),
    ),
)
