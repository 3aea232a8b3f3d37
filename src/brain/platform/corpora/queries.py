"""Documents of sources, corpora and their builds."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import msgspec
from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.platform.corpora.contract import Build, Corpus, SourceDocument
from brain.platform.corpora.domain.recipes import Recipe
from brain.platform.corpora.models import BuildRow, CorpusRow, DocumentRow


def told(recipe: Recipe) -> dict[str, Any]:
    """A recipe as JSON."""
    return asdict(recipe)


def _document(row: DocumentRow) -> SourceDocument:
    return msgspec.convert(row, SourceDocument, from_attributes=True)


def _corpus(row: CorpusRow) -> Corpus:
    return msgspec.convert(row, Corpus, from_attributes=True)


def _build(row: BuildRow) -> Build:
    return msgspec.convert(row, Build, from_attributes=True)


async def add_document(session: AsyncSession, row: dict[str, Any]) -> bool:
    """Whether it is new to its source."""
    added = insert(DocumentRow).values(row).on_conflict_do_nothing().returning(DocumentRow.digest)
    return await session.scalar(added) is not None


async def document(session: AsyncSession, source_id: int, digest: str) -> SourceDocument:
    row = await session.get(DocumentRow, (source_id, digest), populate_existing=True)
    if row is None:
        raise NotFound("没有这个文档")
    return _document(row)


async def change_document(session: AsyncSession, source_id: int, digest: str, **values: Any) -> None:
    this = (DocumentRow.source_id == source_id, DocumentRow.digest == digest)
    await session.execute(update(DocumentRow).where(*this).values(**values))


async def documents(session: AsyncSession, sources: Sequence[int]) -> list[SourceDocument]:
    """All of these sources, in a fixed order."""
    rows = await session.scalars(
        select(DocumentRow)
        .where(DocumentRow.source_id.in_(sources))
        .order_by(DocumentRow.source_id, DocumentRow.digest)
    )
    return [_document(row) for row in rows]


async def documents_page(
    session: AsyncSession, sources: Sequence[int], *, offset: int, limit: int
) -> tuple[list[SourceDocument], int]:
    """Those with problems first, then the latest added."""
    wanted = DocumentRow.source_id.in_(sources)
    total = await session.scalar(select(func.count()).select_from(DocumentRow).where(wanted))
    rows = await session.scalars(
        select(DocumentRow)
        .where(wanted)
        .order_by(DocumentRow.problem.is_(None), DocumentRow.added_at.desc(), DocumentRow.digest)
        .offset(offset)
        .limit(limit)
    )
    return [_document(row) for row in rows], total or 0


async def add_corpus(session: AsyncSession, row: dict[str, Any]) -> Corpus | None:
    """None where another bears the name."""
    added = insert(CorpusRow).values(row).on_conflict_do_nothing().returning(CorpusRow.id)
    number = await session.scalar(added)
    return None if number is None else await corpus(session, number)


async def corpus(session: AsyncSession, corpus_id: int) -> Corpus:
    row = await session.get(CorpusRow, corpus_id, populate_existing=True)
    if row is None:
        raise NotFound("没有这个语料库")
    return _corpus(row)


async def named(session: AsyncSession, name: str) -> Corpus | None:
    row = await session.scalar(select(CorpusRow).where(CorpusRow.name == name))
    return None if row is None else _corpus(row)


async def change_corpus(session: AsyncSession, corpus_id: int, recipe: Recipe) -> None:
    values = {"name": recipe.name, "recipe": told(recipe)}
    await session.execute(update(CorpusRow).where(CorpusRow.id == corpus_id).values(**values))


async def corpora_page(session: AsyncSession, *, offset: int, limit: int) -> tuple[list[Corpus], int]:
    """The newest first."""
    total = await session.scalar(select(func.count()).select_from(CorpusRow))
    rows = await session.scalars(select(CorpusRow).order_by(CorpusRow.id.desc()).offset(offset).limit(limit))
    return [_corpus(row) for row in rows], total or 0


async def add_build(session: AsyncSession, row: dict[str, Any]) -> Build:
    added = BuildRow(**row)
    session.add(added)
    await session.flush()
    return await build(session, added.id)


async def build(session: AsyncSession, build_id: int) -> Build:
    row = await session.get(BuildRow, build_id, populate_existing=True)
    if row is None:
        raise NotFound("没有这次构建")
    return _build(row)


async def change_build(session: AsyncSession, build_id: int, **values: Any) -> None:
    await session.execute(update(BuildRow).where(BuildRow.id == build_id).values(**values))


async def builds(session: AsyncSession, corpus_id: int, limit: int) -> list[Build]:
    """The newest first."""
    rows = await session.scalars(
        select(BuildRow).where(BuildRow.corpus_id == corpus_id).order_by(BuildRow.id.desc()).limit(limit)
    )
    return [_build(row) for row in rows]


async def version(session: AsyncSession, corpus_id: int, number: int) -> Build:
    row = await session.scalar(
        select(BuildRow).where(BuildRow.corpus_id == corpus_id, BuildRow.number == number)
    )
    if row is None:
        raise NotFound("没有这个版本")
    return _build(row)


async def versions(session: AsyncSession, corpus_id: int) -> list[Build]:
    """The newest first."""
    rows = await session.scalars(
        select(BuildRow)
        .where(BuildRow.corpus_id == corpus_id, BuildRow.number.is_not(None))
        .order_by(BuildRow.number.desc())
    )
    return [_build(row) for row in rows]
