"""What became of a correction is told on: to the factory that asked, to the centre, back to the brain."""

from typing import Final
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.enterprise_record.domain.correcting import SHOWN, CorrectionState
from brain.platform.enterprise_record.models import CorrectionRow
from brain.platform.factory_services.brain.contract import News
from brain.platform.factory_services.brain.service import answering

_SHOW: Final = "enterprise_record.show"
_DECIDED: Final = {
    CorrectionState.ACCEPTED: ("已核实采纳", "accepted"),
    CorrectionState.REFUSED: ("未采纳", "refused"),
}


async def tell(session: AsyncSession, row: CorrectionRow) -> None:
    if row.factory_id is not None:
        told = _news(row, ("大脑", "The brain"), row.state, row.decision)
        await answering.push(session, row.factory_id, _number(row, "brain"), told)


async def tell_of_centre(session: AsyncSession, row: CorrectionRow) -> None:
    if row.factory_id is not None and row.centre_state is not None:
        who = ("省级能力中心", "The provincial centre")
        told = _news(row, who, row.centre_state, row.centre_decision)
        await answering.push(session, row.factory_id, _number(row, "centre"), told)


def _news(row: CorrectionRow, who: tuple[str, str], state: str, decision: str | None) -> News:
    title, title_en = SHOWN[row.attribute]
    done, done_en = _DECIDED[CorrectionState(state)]
    return News(
        service=_SHOW,
        title=f"{who[0]}{done}对“{title}”的更正",
        title_en=f"{who[1]} {done_en} the correction of “{title_en}”",
        body=decision or "",
    )


def _number(row: CorrectionRow, who: str) -> str:
    """The same for the same news."""
    return str(uuid5(NAMESPACE_URL, f"correction:{row.id}/{who}"))
