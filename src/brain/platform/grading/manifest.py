"""What grading offers the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.grading import jobs
from brain.platform.grading.domain.acts import ACTS
from brain.platform.grading.evidence import EVIDENCE
from brain.platform.grading.routes import book, important, opinions, tables

ROOM = Room(
    name="grading",
    title="分类分级",
    title_en="Classification and grading",
    routers=(tables.router, important.router, opinions.router, book.router),
    jobs=(
        Job(name="grading.watch_important", run=jobs.watch_important, every="20 3 * * *"),
        Job(name="grading.ask_model", run=jobs.ask_model),
    ),
    acts=ACTS,
    evidence=EVIDENCE,
    scopes=(
        Scope(
            name="grading.tell",
            title="填写分类与分级要素、提交分类表与影响矩阵",
            title_en="Tell classes and elements, propose tables",
            roles=("operator",),
        ),
        Scope(
            name="grading.export",
            title="导出分类分级清单",
            title_en="Export grades",
            roles=("operator", "reviewer"),
        ),
        Scope(
            name="grading.important",
            title="查看、生成和导出重要数据目录",
            title_en="See, produce and export the catalogue of important data",
            roles=("operator", "reviewer"),
        ),
    ),
    menu=(
        MenuItem(
            group="data_governance",
            name="grading",
            title="分类分级",
            title_en="Grading",
            path="/grading",
            icon="scale",
            scopes=("data_sets.read",),
            order=332,
        ),
        MenuItem(
            group="data_governance",
            name="important_data",
            title="重要数据目录",
            title_en="Important data",
            path="/grading/important",
            icon="flag",
            scopes=("grading.important",),
            order=334,
        ),
    ),
)
