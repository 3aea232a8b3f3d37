"""Corpora and their recipes."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict
from brain.kit.events import Recorded, announce
from brain.platform.corpora import queries
from brain.platform.corpora.contract import Build, Corpus, SourceDocument
from brain.platform.corpora.domain import acts
from brain.platform.corpora.domain.recipes import Recipe, check
from brain.platform.ingestion.contract import Source
from brain.platform.ingestion.service import sources

SHOWN = 50  # builds of a corpus


async def create(session: AsyncSession, recipe: Recipe, by: str) -> Corpus:
    await _check(session, recipe)
    row = {"name": recipe.name, "recipe": queries.told(recipe), "created_by": by, "created_at": now()}
    made = await queries.add_corpus(session, row)
    if made is None:
        raise Conflict(f"已有名为“{recipe.name}”的语料库")
    told = Recorded(act=acts.CREATED, target=str(made.id), title=recipe.name, actor=by)
    await announce(session, told)
    return made


async def amend(session: AsyncSession, corpus_id: int, recipe: Recipe, by: str) -> Corpus:
    """What is built from now on; versions keep the recipe that they were made by."""
    await _check(session, recipe)
    await queries.corpus(session, corpus_id)
    other = await queries.named(session, recipe.name)
    if other is not None and other.id != corpus_id:
        raise Conflict(f"已有名为“{recipe.name}”的语料库")
    await queries.change_corpus(session, corpus_id, recipe)
    details = queries.told(recipe)
    told = Recorded(act=acts.AMENDED, target=str(corpus_id), title=recipe.name, actor=by, details=details)
    await announce(session, told)
    return await queries.corpus(session, corpus_id)


async def _check(session: AsyncSession, recipe: Recipe) -> None:
    """Raises NotFound for a source that does not exist; whether it may deliver is asked at each build."""
    check(recipe.settings)
    await sources_of(session, recipe)


async def sources_of(session: AsyncSession, recipe: Recipe) -> list[Source]:
    return [await sources.get(session, source_id) for source_id in recipe.sources]


async def get(session: AsyncSession, corpus_id: int) -> Corpus:
    return await queries.corpus(session, corpus_id)


async def page(
    session: AsyncSession, *, offset: int, limit: int
) -> tuple[list[tuple[Corpus, Build | None]], int]:
    """The newest first, each with its newest version."""
    found, total = await queries.corpora_page(session, offset=offset, limit=limit)
    return [(corpus, next(iter(await queries.versions(session, corpus.id)), None)) for corpus in found], total


async def documents(
    session: AsyncSession, corpus_id: int, *, offset: int, limit: int
) -> tuple[list[SourceDocument], int]:
    corpus = await queries.corpus(session, corpus_id)
    return await queries.documents_page(session, corpus.recipe.sources, offset=offset, limit=limit)


async def builds(session: AsyncSession, corpus_id: int) -> list[Build]:
    """The newest first."""
    await queries.corpus(session, corpus_id)
    return await queries.builds(session, corpus_id, SHOWN)
