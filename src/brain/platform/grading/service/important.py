"""The catalogue of important data: produced from grades, sealed by another person, held against the data."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import today
from brain.kit.db import lock
from brain.kit.errors import Forbidden, Invalid, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.governance.contract.grading import FiledScale, FilingChange
from brain.platform.governance.service.grading import IMPORTANT
from brain.platform.grading.contract import Graded, ImportantCatalogue
from brain.platform.grading.domain import acts
from brain.platform.grading.domain.important import FILING_TITLES, CatalogueState, Entry
from brain.platform.grading.queries import catalogues
from brain.platform.grading.service import book, tables

PAGE = "/grading/important"
REVIEW, FILING = "grading.seal_catalogue", "grading.file_changes"


async def entries(session: AsyncSession, node: Node) -> list[Entry]:
    """What the data sets of important and core data are today."""
    return [_entry(node, each) for each in await book.book(session, node) if each.level >= IMPORTANT]


def _entry(node: Node, graded: Graded) -> Entry:
    data_set, version, facts = graded.data_set, graded.version, graded.facts
    return Entry(
        data_set=data_set.full_name,
        title=data_set.title,
        category=facts.grading.category or "",
        path=graded.path,
        level=graded.level,
        records=version.rows if version else 0,
        size=version.bytes if version else 0,
        carrier=f"{node.title}数据湖（Parquet，{data_set.full_name}）",
        coverage=facts.grading.measures.get("coverage"),
        processing=facts.grading.processing,
        columns=[each.column.title for each in graded.columns if each.column.level >= IMPORTANT],
        reasons=[each.rule for each in graded.assessment.reasons if each.level >= IMPORTANT],
        filing=dict(facts.filing),
    )


async def history(session: AsyncSession) -> Sequence[ImportantCatalogue]:
    return await catalogues.history(session)


async def get(session: AsyncSession, number: int) -> ImportantCatalogue:
    found = await catalogues.get(session, number)
    if found is None:
        raise NotFound(f"没有第 {number} 版重要数据目录")
    return found


async def changes(session: AsyncSession, node: Node) -> list[FilingChange]:
    """What differs from the version sealed last, and by when it is to be filed."""
    sealed = await catalogues.newest(session, CatalogueState.SEALED)
    filed = sealed.entries if sealed else []
    held = await entries(session, node)
    found = (await tables.grader(session)).changes(
        [_scale(each) for each in filed], [_scale(each) for each in held], today()
    )
    return sorted([*found, *await _told_otherwise(session, filed, held)], key=lambda each: each.data_set)


async def _told_otherwise(
    session: AsyncSession, filed: Sequence[Entry], held: Sequence[Entry]
) -> list[FilingChange]:
    """Other filed content that changed."""
    before = {each.data_set: each.filing for each in filed}
    changed = [each.data_set for each in held if before.get(each.data_set, each.filing) != each.filing]
    due = (await tables.grader(session)).filing_due(today())
    return [FilingChange(data_set=name, what="content", share=None, due=due) for name in changed]


def _scale(entry: Entry) -> FiledScale:
    return FiledScale(
        data_set=entry.data_set,
        category=entry.category,
        level=entry.level,
        records=entry.records,
        size=entry.size,
    )


async def watch(session: AsyncSession, node: Node) -> list[FilingChange]:
    """A to-do while something is to be filed; the first day it was seen decides by when."""
    found = await changes(session, node)
    if not found:
        await announce(session, Settled(key=FILING))
        return []
    names = "、".join(dict.fromkeys(each.data_set for each in found))
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"重要数据目录有 {len(found)} 项变化，须在 3 个月内报送变更",
            title_en=f"{len(found)} changes of important data are to be filed within three months",
            body=names[:400],
            link=PAGE,
            scope="grading.important",
            key=FILING,
            due_at=datetime.combine(min(each.due for each in found), time(), UTC),
        ),
    )
    return found


async def produce(session: AsyncSession, node: Node, by: str) -> ImportantCatalogue:
    """A version of the catalogue that waits for a reviewer. The same entries again are the same version.

    Raises Invalid where nothing changed since the one sealed last, and where an entry is not told in full.
    """
    await lock(session, REVIEW)
    held = await entries(session, node)
    _require_told(held)
    digest = catalogues.digest(held)
    sealed = await catalogues.newest(session, CatalogueState.SEALED)
    if digest == (sealed.digest if sealed else catalogues.digest([])):
        raise Invalid("与已审定的目录相同，不必再生成" if sealed else "没有重要数据，不必生成目录")
    if waiting := await catalogues.newest(session, CatalogueState.WAITING):
        if (waiting.digest, waiting.produced_by) == (digest, by):
            return waiting
        await catalogues.decide(session, waiting.number, CatalogueState.REPLACED, by, None)
    produced = await catalogues.add(session, held, by)
    await _record(session, acts.PRODUCED, produced, by)
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"重要数据目录第 {produced.number} 版待审定",
            title_en=f"Version {produced.number} of the catalogue of important data awaits review",
            body=f"{by} 生成，共 {len(held)} 个数据集",
            link=PAGE,
            scope="data_sets.confirm",
            key=REVIEW,
        ),
    )
    return produced


def _require_told(held: Sequence[Entry]) -> None:
    lacking = [f"{each.title}：{'、'.join(titles)}" for each in held if (titles := _untold(each))]
    if lacking:
        raise Invalid(f"备案内容还不完整：{'；'.join(lacking)[:1000]}")


def _untold(entry: Entry) -> list[str]:
    return ["类别"] * (not entry.category) + [FILING_TITLES[name] for name in entry.missing]


async def seal(session: AsyncSession, node: Node, number: int, by: str) -> ImportantCatalogue:
    """Raises Forbidden for whoever produced it."""
    sealed = await _decide(session, number, CatalogueState.SEALED, acts.SEALED, by, None)
    await announce(session, Settled(key=FILING))
    await watch(session, node)
    return sealed


async def refuse(session: AsyncSession, number: int, reason: str, by: str) -> ImportantCatalogue:
    return await _decide(session, number, CatalogueState.REFUSED, acts.REFUSED, by, reason)


async def record_export(session: AsyncSession, found: ImportantCatalogue, by: str) -> None:
    await _record(session, acts.TAKEN_OUT, found, by)


async def _decide(
    session: AsyncSession, number: int, state: CatalogueState, act: Act, by: str, reason: str | None
) -> ImportantCatalogue:
    await lock(session, REVIEW)
    waiting = await catalogues.newest(session, CatalogueState.WAITING)
    if waiting is None or waiting.number != number:
        raise NotFound(f"第 {number} 版重要数据目录不在待审定之列")
    if waiting.produced_by == by:
        raise Forbidden("生成人不能审定自己生成的目录，请由另一位审批人员审定")
    await catalogues.decide(session, number, state, by, reason)
    await announce(session, Settled(key=REVIEW))
    await _record(session, act, waiting, by, reason)
    return waiting


async def _record(
    session: AsyncSession, act: Act, told: ImportantCatalogue, by: str, reason: str | None = None
) -> None:
    details = {"number": told.number, "digest": told.digest, "data_sets": len(told.entries), "reason": reason}
    await announce(session, Recorded(act=act, title=f"第 {told.number} 版", actor=by, details=details))
