"""What data sets offer the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.data_sets import jobs
from brain.platform.data_sets.domain.acts import ACTS
from brain.platform.data_sets.domain.registration_acts import REGISTRATION_ACTS
from brain.platform.data_sets.evidence import catalogue as catalogue_evidence
from brain.platform.data_sets.evidence import protecting as protecting_evidence
from brain.platform.data_sets.evidence import quality as quality_evidence
from brain.platform.data_sets.routes import (
    access,
    catalogue,
    comments,
    conformance,
    declarations,
    emitting,
    following,
    held,
    issues,
    keeping,
    quality,
    questions,
    readers,
    registration,
    row_policies,
    rules,
    suspicions,
    versions,
)
from brain.platform.data_sets.service.conforming import CHECK
from brain.platform.data_sets.service.detecting import DETECT
from brain.platform.data_sets.service.erasing import ERASE
from brain.platform.data_sets.service.issues import END_ACCEPTANCES
from brain.platform.data_sets.service.naming import NOTE_NAMES, hear_names_decided
from brain.platform.data_sets.service.pushing import PUSH
from brain.platform.data_sets.service.refreshing import REFRESH
from brain.platform.governance.contract import NamesDecided

ROOM = Room(
    name="data_sets",
    title="数据集",
    title_en="Data sets",
    routers=(
        registration.router,
        access.router,
        row_policies.router,
        emitting.router,
        following.router,
        conformance.router,
        questions.router,
        readers.router,
        keeping.router,
        declarations.router,
        held.router,
        versions.router,
        rules.router,
        issues.router,
        quality.router,
        suspicions.router,
        comments.router,
        catalogue.router,
    ),
    acts=(*ACTS, *REGISTRATION_ACTS.values()),
    evidence=(*catalogue_evidence.EVIDENCE, *quality_evidence.EVIDENCE, *protecting_evidence.EVIDENCE),
    jobs=(
        Job(name=REFRESH, run=jobs.refresh, every="*/5 * * * *"),
        Job(name=ERASE, run=jobs.erase),
        Job(name="data_sets.retain", run=jobs.retain, every="10 3 * * *"),
        Job(name=NOTE_NAMES, run=jobs.note_names, every="15 * * * *"),
        Job(name=DETECT, run=jobs.detect, retries=2),
        Job(name=END_ACCEPTANCES, run=jobs.end_acceptances, every="5 0 * * *"),
        Job(name=CHECK, run=jobs.check_standards, every="*/10 * * * *"),
        Job(name=PUSH, run=jobs.push_open_lineage, every="* * * * *"),
    ),
    listeners={NamesDecided: (hear_names_decided,)},
    scopes=(
        Scope(
            name="data_sets.read",
            title="查看数据目录",
            title_en="See the data catalogue",
            roles=("operator", "reviewer", "analyst", "expert"),
        ),
        Scope(
            name="data_sets.query",
            title="用 SQL 查询数据集",
            title_en="Query data sets in SQL",
            roles=("operator", "analyst", "expert"),
        ),
        Scope(
            name="data_sets.export",
            title="导出查询结果",
            title_en="Export query results",
            roles=("operator", "analyst"),
        ),
        Scope(
            name="data_sets.manage",
            title="构建数据集、撤回交付",
            title_en="Build data sets",
            roles=("operator",),
        ),
        Scope(
            name="data_sets.declare",
            title="登记数据集",
            title_en="Declare data sets",
            roles=("operator",),
        ),
        Scope(
            name="data_sets.confirm",
            title="确认登记、确定级别",
            title_en="Confirm data sets and their grades",
            roles=("reviewer",),
        ),
        Scope(
            name="data_sets.see_protected",
            title="查看二至四级数据的取值",
            title_en="See values graded 2 to 4",
            roles=("operator", "reviewer", "analyst"),
        ),
    ),
    menu=(
        MenuItem(
            group="data",
            name="data_sets",
            title="数据目录",
            title_en="Data catalogue",
            path="/data-sets",
            icon="notebook",
            scopes=("data_sets.read",),
            order=330,
        ),
        MenuItem(
            group="data_governance",
            name="data_sets_conformance",
            title="落标检查",
            title_en="Conformance",
            path="/data-sets/conformance",
            icon="check",
            scopes=("data_sets.read",),
            order=335,
        ),
        MenuItem(
            group="data",
            name="data_sets_access",
            title="取值申请",
            title_en="Access requests",
            path="/data-sets/access",
            icon="key",
            scopes=("data_sets.read",),
            order=337,
        ),
        MenuItem(
            group="data",
            name="data_sets_query",
            title="数据查询",
            title_en="Query",
            path="/data-sets/query",
            icon="analysis",
            scopes=("data_sets.query",),
            order=340,
        ),
        MenuItem(
            group="data_governance",
            name="data_quality",
            title="数据质量",
            title_en="Data quality",
            path="/data-sets/quality",
            icon="check",
            scopes=("data_sets.read",),
            order=342,
        ),
        MenuItem(
            group="data_governance",
            name="quality_issues",
            title="质量问题单",
            title_en="Issues of quality",
            path="/data-sets/issues",
            icon="warning",
            scopes=("data_sets.read",),
            order=344,
        ),
    ),
)
