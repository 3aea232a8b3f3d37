"""What corpora offer the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.corpora import jobs, routes
from brain.platform.corpora.domain.acts import ACTS
from brain.platform.corpora.evidence import EVIDENCE
from brain.platform.corpora.service.building import BUILD
from brain.platform.corpora.service.documents import READ

ROOM = Room(
    name="corpora",
    title="语料库",
    title_en="Corpora",
    routers=(routes.router,),
    acts=ACTS,
    evidence=EVIDENCE,
    jobs=(Job(name=READ, run=jobs.read_document), Job(name=BUILD, run=jobs.build)),
    scopes=(
        Scope(
            name="corpora.read",
            title="查看语料库",
            title_en="See corpora",
            roles=("operator", "reviewer", "analyst", "expert"),
        ),
        Scope(
            name="corpora.manage",
            title="建立、构建语料库",
            title_en="Make and build corpora",
            roles=("operator",),
        ),
        Scope(
            name="corpora.export",
            title="导出语料",
            title_en="Export corpora",
            roles=("operator", "analyst"),
        ),
    ),
    menu=(
        MenuItem(
            group="data",
            name="corpora",
            title="语料库",
            title_en="Corpora",
            path="/corpora",
            icon="reading",
            scopes=("corpora.read",),
            order=350,
        ),
    ),
)
