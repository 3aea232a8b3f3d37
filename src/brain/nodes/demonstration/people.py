"""The people of the demonstration: one for each business role of each node."""

from brain.kit.node import Node
from brain.platform.identity.contract import (
    ANALYST,
    ENGINEER,
    EXPERT,
    OPERATOR,
    OWNER,
    PLANNER,
    REVIEWER,
    Role,
)
from brain.platform.identity.service import accounts as identity

OPERATING_UNIT = "轮胎橡胶产业大脑运营单位（演示）"
# 广饶县 with a body that no register uses: it stands for the operating unit and for nothing else.
OPERATING_UNIT_CODE = "91370523MA0000000U"

APPOINTED: dict[str, tuple[Role, ...]] = {
    "capability_centre": (OPERATOR, REVIEWER, ANALYST),
    "industry_brain": (OPERATOR, REVIEWER, ANALYST, EXPERT),
    "factory_gateway": (OWNER, ENGINEER, PLANNER),
}


async def appoint(node: Node) -> list[identity.FirstPassword]:
    """Make those who are not there yet; their one-time passwords are shown by this call only."""
    made = []
    async with node.database.transaction() as session:
        if node.kind == "industry_brain" and not await identity.organisation_by_code(
            session, OPERATING_UNIT_CODE
        ):
            await identity.create_organisation(session, OPERATING_UNIT, OPERATING_UNIT_CODE)
        unit = await identity.organisation_by_code(session, OPERATING_UNIT_CODE)
        for role in APPOINTED[node.kind]:
            if not await identity.is_taken(session, role.name):
                made.append(await identity.appoint(session, role.name, role.title, unit, (role.name,)))
    return made
