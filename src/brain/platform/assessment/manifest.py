"""What assessing offers the gateway."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.assessment import jobs
from brain.platform.assessment.domain.acts import ACTS
from brain.platform.assessment.routes import drafts, results, sets

ROOM = Room(
    name="assessment",
    title="数字化水平评测",
    title_en="Digital level",
    nodes=("factory_gateway",),
    routers=(sets.router, drafts.router, results.router),
    jobs=jobs.JOBS,
    acts=ACTS,
    scopes=(
        Scope(
            name="assessment.see",
            title="查看数字化水平评测",
            title_en="See assessments",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="assessment.answer",
            title="填写评测与改进计划",
            title_en="Answer assessments and plan improvements",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="assessment.submit",
            title="提交评测、导入指标集",
            title_en="Submit assessments and import indicator sets",
            roles=("owner",),
        ),
    ),
    menu=(
        MenuItem(
            group="factory",
            name="assessment",
            title="数字化水平评测",
            title_en="Digital level",
            path="/assessment",
            icon="medal",
            scopes=("assessment.see",),
            order=600,
        ),
    ),
)
