"""What recognition offers the centre."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.exchange.server.contract import LetterReceived
from brain.platform.recognition.centre import routes
from brain.platform.recognition.centre.domain.acts import ACTS
from brain.platform.recognition.centre.service import hearing

CENTRE = Room(
    name="recognition",
    title="晨星工厂认定",
    title_en="Recognition of factories",
    nodes=("capability_centre",),
    routers=(routes.router,),
    acts=ACTS,
    listeners={LetterReceived: (hearing.hear,)},
    scopes=(
        Scope(
            name="recognition.see",
            title="查看推荐与证书",
            title_en="See recommendations and certificates",
            roles=("operator", "analyst", "reviewer"),
        ),
        Scope(
            name="recognition.decide",
            title="认定、退回、撤销",
            title_en="Recognise, return, revoke",
            roles=("reviewer",),
        ),
    ),
    menu=(
        MenuItem(
            group="workbench",
            name="recognitions",
            title="晨星工厂认定",
            title_en="Recognition",
            path="/recognitions",
            icon="stamp",
            scopes=("recognition.see",),
            order=130,
        ),
    ),
)
