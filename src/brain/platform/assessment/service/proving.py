"""Evidence of answers: words, references, facts, and files kept by their digest."""

from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.crypto import sm3
from brain.kit.disk import needs_room
from brain.kit.errors import Invalid, NotFound, TooLarge
from brain.kit.node import Node
from brain.platform.assessment.contract import EvidenceItem
from brain.platform.assessment.domain import acts
from brain.platform.assessment.domain.indicators import EvidenceKind
from brain.platform.assessment.queries import assessments
from brain.platform.assessment.service import answering, facts

LARGEST: Final = 20 << 20  # bytes
MOST: Final = 50  # pieces of evidence of one indicator


async def body_of(parts: AsyncIterator[bytes], largest: int) -> bytes:
    """Raises TooLarge as soon as there is more."""
    content = bytearray()
    async for part in parts:
        content += part
        if len(content) > largest:
            raise TooLarge(f"文件超过 {largest >> 20} MB")
    return bytes(content)


def _place(node: Node, digest: str) -> Path:
    return node.folder / "assessment" / digest[:2] / digest


@dataclass(frozen=True, kw_only=True)
class Proof:
    """`text`: the words, the reference, the key of a fact, or the name of a file."""

    indicator: str
    kind: EvidenceKind
    text: str


async def add(session: AsyncSession, node: Node, assessment_id: int, told: Proof, by: str) -> EvidenceItem:
    """Words, a reference, or the key of a fact that this node tells now."""
    if told.kind == "fact":
        fact = (await facts.gathered(session, node)).get(told.text)
        if fact is None:
            raise Invalid(f"平台现在没有事实“{told.text[:60]}”")
        as_of = fact.as_of.isoformat(timespec="seconds")
        told = replace(told, text=f"{fact.key} = {fact.value}{fact.unit}（{fact.source}，{as_of}）")
    return await _add(session, assessment_id, by, **asdict(told))


async def add_file(
    session: AsyncSession, node: Node, assessment_id: int, told: Proof, content: bytes, by: str
) -> EvidenceItem:
    """Kept by its digest: the same file is kept once."""
    if not content:
        raise Invalid("文件是空的")
    digest = sm3(content)
    place = _place(node, digest)
    with needs_room():
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            unfinished = place.with_suffix(".part")
            unfinished.write_bytes(content)
            unfinished.replace(place)
    return await _add(session, assessment_id, by, **asdict(told), digest=digest, size=len(content))


async def _add(session: AsyncSession, assessment_id: int, by: str, **told: Any) -> EvidenceItem:
    """The same evidence again is the one that is there."""
    found, asked = await answering.draft(session, assessment_id)
    answering.known_indicator(asked, told["indicator"])
    there = [
        each
        for each in await assessments.evidence(session, assessment_id)
        if each.indicator == told["indicator"]
    ]
    for each in there:
        if (each.kind, each.text, each.digest) == (told["kind"], told["text"], told.get("digest")):
            return each
    if len(there) >= MOST:
        raise Invalid(f"一个指标最多 {MOST} 项证据")
    item = await assessments.add_evidence(session, assessment_id, added_by=by, **told)
    await answering.record(
        session, acts.EVIDENCE_ADDED, found, by, indicator=item.indicator, evidence=item.text
    )
    return item


async def remove(session: AsyncSession, assessment_id: int, evidence_id: int, by: str) -> None:
    """The file itself stays: another assessment may stand on it."""
    found, _ = await answering.draft(session, assessment_id)
    item = await assessments.evidence_item(session, assessment_id, evidence_id)
    await assessments.remove_evidence(session, evidence_id)
    await answering.record(
        session, acts.EVIDENCE_REMOVED, found, by, indicator=item.indicator, evidence=item.text
    )


async def file(session: AsyncSession, node: Node, assessment_id: int, evidence_id: int) -> tuple[bytes, str]:
    """The content, whole by its digest, and its name."""
    item = await assessments.evidence_item(session, assessment_id, evidence_id)
    place = _place(node, item.digest or "")
    if item.digest is None or not place.is_file():
        raise NotFound("没有这个文件")
    content = place.read_bytes()
    if sm3(content) != item.digest:
        raise Invalid("文件与登记时的摘要不同，不能作为证据")
    return content, item.text
