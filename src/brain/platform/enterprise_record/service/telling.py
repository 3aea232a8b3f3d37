"""What became of a correction is told on: to the factory that asked, to the centre, back to the brain."""

from base64 import b64encode
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.enterprise_record.contract import CORRECTION, DECISION, CorrectionBody, DecisionBody
from brain.platform.enterprise_record.domain.correcting import SHOWN, CorrectionState
from brain.platform.enterprise_record.models import CorrectionRow
from brain.platform.exchange.client.service import letters as upward
from brain.platform.exchange.server.service import letters as downward
from brain.platform.factory_services.brain.contract import News
from brain.platform.factory_services.brain.service import answering

_SHOW: Final = "enterprise_record.show"
_DECIDED: Final = {
    CorrectionState.ACCEPTED: ("已核实采纳", "accepted"),
    CorrectionState.REFUSED: ("未采纳", "refused"),
}


async def tell(session: AsyncSession, row: CorrectionRow) -> None:
    """A brain tells the factory and, where it accepted, the centre; the centre tells the brain."""
    if row.factory_id is not None:
        told = _news(row, ("大脑", "The brain"), row.state, row.decision)
        await answering.push(session, row.factory_id, _number(row, "brain"), told)
    if row.client_id is not None:
        await _answer(session, row, row.client_id)
    elif row.state == CorrectionState.ACCEPTED:
        row.centre_state = CorrectionState.WAITING
        await upward.post(session, row.id, CORRECTION, await _letter(session, row))


async def tell_of_centre(session: AsyncSession, row: CorrectionRow) -> None:
    if row.factory_id is not None and row.centre_state is not None:
        who = ("省级能力中心", "The provincial centre")
        told = _news(row, who, row.centre_state, row.centre_decision)
        await answering.push(session, row.factory_id, _number(row, "centre"), told)


async def _letter(session: AsyncSession, row: CorrectionRow) -> dict[str, Any]:
    content = await session.scalar(select(CorrectionRow.file).where(CorrectionRow.id == row.id))
    file = {"name": row.file_name, "content": b64encode(content).decode()} if content else None
    body = CorrectionBody.model_validate(
        {
            "correction": row.id,
            "credit_code": row.credit_code,
            "name": row.name,
            "attribute": row.attribute,
            "held": row.held,
            "value": row.value,
            "reason": row.reason,
            "file": file,
            "asked_by": row.asked_by,
            "asked_at": row.asked_at,
            "decision": row.decision,
        }
    )
    return body.model_dump(mode="json", by_alias=True)


async def _answer(session: AsyncSession, row: CorrectionRow, client_id: str) -> None:
    done = _DECIDED[CorrectionState(row.state)][0]
    body = DecisionBody.model_validate(
        {"correction": row.id, "outcome": row.state, "decision": row.decision or "", "at": row.decided_at}
    )
    title = f"{row.name}“{SHOWN[row.attribute][0]}”的更正{done}"
    told = body.model_dump(mode="json", by_alias=True)
    await downward.answer(session, client_id, DECISION, title, told, by=row.decided_by or "")


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
