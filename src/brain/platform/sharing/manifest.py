"""What sharing offers the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.sharing import jobs
from brain.platform.sharing.domain.acts import ACTS
from brain.platform.sharing.evidence import EVIDENCE
from brain.platform.sharing.routes import deciding, shared

ROOM = Room(
    name="sharing",
    title="对外共享",
    title_en="Sharing",
    routers=(deciding.router, shared.router),
    jobs=(Job(name="sharing.review", run=jobs.review, every="10 4 * * *"),),
    acts=ACTS,
    evidence=EVIDENCE,
    scopes=(
        Scope(
            name="sharing.read",
            title="查看对外共享",
            title_en="See what is shared",
            roles=("operator", "reviewer", "analyst"),
        ),
        Scope(
            name="sharing.propose",
            title="提出、终止对外共享，发放令牌",
            title_en="Propose and end sharing, give tokens",
            roles=("operator",),
        ),
        Scope(
            name="sharing.approve",
            title="审批、终止对外共享",
            title_en="Approve and end sharing",
            roles=("reviewer",),
        ),
        Scope(
            name="sharing.download",
            title="下载共享文件",
            title_en="Download shared files",
            roles=("operator",),
        ),
    ),
    menu=(
        MenuItem(
            group="data",
            name="sharing",
            title="对外共享",
            title_en="Sharing",
            path="/sharing",
            icon="share",
            scopes=("sharing.read",),
            order=345,
        ),
    ),
)
