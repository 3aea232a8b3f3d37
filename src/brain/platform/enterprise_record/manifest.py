"""What the record of an enterprise offers the nodes: services for factories, corrections to verify."""

from dataclasses import replace

from brain.kit.room import MenuItem, Room, Scope
from brain.kit.services import Service
from brain.platform.enterprise_record import routes
from brain.platform.enterprise_record.domain.acts import ACTS
from brain.platform.enterprise_record.schemas import (
    CorrectionAsked,
    CorrectionRequest,
    EnterpriseRecord,
    NoQuestion,
)
from brain.platform.enterprise_record.service import correcting, hearing, showing
from brain.platform.exchange.client.contract import Distributed, LetterRefused
from brain.platform.exchange.server.contract import LetterReceived

_SERVICES = (
    Service(
        name="enterprise_record.show",
        version="1.0.0",
        title="本企业的信息",
        title_en="Your enterprise's record",
        gives="大脑和省级能力中心掌握的本企业信息：每一项的来源与日期、其他来源怎么说、更正到了哪一步",
        gives_en="What the brain and the provincial centre know of your enterprise: every fact with its "
        "source and date, who says otherwise, and where your corrections stand",
        purpose=None,
        request=NoQuestion,
        result=EnterpriseRecord,
        run=showing.show,
    ),
    Service(
        name="enterprise_record.correct",
        version="1.0.0",
        title="更正本企业的信息",
        title_en="Correct your enterprise's record",
        gives="附凭据提出更正；大脑核实后写入主数据，并报省级能力中心",
        gives_en="Ask for a correction with evidence; verified by the brain it enters the master data "
        "and goes on to the provincial centre",
        purpose=None,
        request=CorrectionRequest,
        result=CorrectionAsked,
        run=correcting.ask,
        repeatable=False,
    ),
)

_ROOM = Room(
    name="enterprise_record",
    title="企业信息更正",
    title_en="Enterprises' own records",
    routers=(routes.router,),
    acts=ACTS,
    scopes=(
        Scope(
            name="enterprise_record.see",
            title="查看企业提出的更正",
            title_en="See enterprises' corrections",
            roles=("operator", "analyst", "reviewer"),
        ),
        Scope(
            name="enterprise_record.decide",
            title="核实企业提出的更正",
            title_en="Verify enterprises' corrections",
            roles=("reviewer",),
        ),
    ),
    menu=(
        MenuItem(
            group="data",
            name="corrections",
            title="企业信息更正",
            title_en="Corrections",
            path="/corrections",
            icon="edit",
            scopes=("enterprise_record.see",),
            order=312,
        ),
    ),
)

BRAIN = replace(
    _ROOM,
    nodes=("industry_brain",),
    services=_SERVICES,
    listeners={Distributed: (hearing.hear_centre,), LetterRefused: (hearing.hear_refusal,)},
)
CENTRE = replace(_ROOM, nodes=("capability_centre",), listeners={LetterReceived: (hearing.hear_brain,)})
