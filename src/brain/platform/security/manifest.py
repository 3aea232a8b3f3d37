"""What security offers the node."""

from brain.kit.events import Recorded
from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.security import jobs, routes, service
from brain.platform.security.contract import ACTS, READ_AUDIT
from brain.platform.security.evidence import EVIDENCE

ROOM = Room(
    name="security",
    title="安全审计",
    title_en="Security audit",
    routers=(routes.router,),
    acts=ACTS,
    evidence=EVIDENCE,
    listeners={Recorded: (service.hear_recorded,)},
    jobs=(
        Job(name="security.checkpoint", run=jobs.checkpoint, every="*/10 * * * *"),
        Job(name="security.verify", run=jobs.verify, every="40 3 * * *"),
    ),
    scopes=(
        Scope(
            name=READ_AUDIT,
            title="查看与校验审计日志",
            title_en="Read and verify the audit log",
            roles=("audit_admin",),
        ),
    ),
    menu=(
        MenuItem(
            group="administration",
            name="audit",
            title="审计日志",
            title_en="Audit log",
            path="/security/audit",
            icon="notebook",
            scopes=(READ_AUDIT,),
            order=930,
        ),
    ),
)
