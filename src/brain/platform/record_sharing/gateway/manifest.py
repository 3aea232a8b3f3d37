"""What the factory's side of sharing business records offers the node."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.factory_link.gateway.contract import LetterLeft, LetterRefused
from brain.platform.record_sharing.gateway import jobs, routes
from brain.platform.record_sharing.gateway.domain.acts import ACTS
from brain.platform.record_sharing.gateway.service import sending

GATEWAY = Room(
    name="record_sharing",
    title="业务记录的共享",
    title_en="Sharing business records",
    nodes=("factory_gateway",),
    routers=(routes.router,),
    jobs=jobs.JOBS,
    acts=ACTS,
    listeners={LetterLeft: (sending.note_left,), LetterRefused: (sending.note_refused,)},
    scopes=(
        Scope(
            name="record_sharing.see",
            title="查看业务记录的同意书与离厂的内容",
            title_en="See consents to business records and what left",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="record_sharing.consent",
            title="同意与撤回业务记录的共享，为字段定级",
            title_en="Consent to sharing business records and withdraw, grade fields",
            roles=("owner",),
        ),
    ),
    menu=(
        MenuItem(
            group="factory",
            name="record_sharing",
            title="业务记录的共享",
            title_en="Sharing business records",
            path="/record-sharing",
            icon="share",
            scopes=("record_sharing.see",),
            order=315,
        ),
    ),
)
