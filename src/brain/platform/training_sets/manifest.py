"""What training sets offer the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.data_sets.contract import RowsErased
from brain.platform.training_sets import jobs, routes
from brain.platform.training_sets.domain.acts import ACTS
from brain.platform.training_sets.evidence import EVIDENCE
from brain.platform.training_sets.service.building import BUILD
from brain.platform.training_sets.service.deciding import REMOVE, hear_rows_erased

ROOM = Room(
    name="training_sets",
    title="高质量数据集",
    title_en="Training sets",
    routers=(routes.router,),
    acts=ACTS,
    evidence=EVIDENCE,
    jobs=(Job(name=BUILD, run=jobs.build), Job(name=REMOVE, run=jobs.remove)),
    listeners={RowsErased: (hear_rows_erased,)},
    scopes=(
        Scope(
            name="training_sets.read",
            title="查看高质量数据集",
            title_en="See training sets",
            roles=("operator", "reviewer", "analyst", "expert"),
        ),
        Scope(
            name="training_sets.manage",
            title="建立、构建高质量数据集",
            title_en="Make and build training sets",
            roles=("operator",),
        ),
        Scope(
            name="training_sets.confirm",
            title="审定高质量数据集的发布",
            title_en="Decide on releases of training sets",
            roles=("reviewer",),
        ),
        Scope(
            name="training_sets.take",
            title="下载高质量数据集",
            title_en="Download training sets",
            roles=("operator", "analyst", "expert"),
        ),
    ),
    menu=(
        MenuItem(
            group="data",
            name="training_sets",
            title="高质量数据集",
            title_en="Training sets",
            path="/training-sets",
            icon="medal",
            scopes=("training_sets.read",),
            order=345,
        ),
    ),
)
