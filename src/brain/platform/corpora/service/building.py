"""Building a version: worked out aside, step by step, and published by one rename and one row."""

import asyncio
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now, today
from brain.kit.crypto import sm3
from brain.kit.db import lock
from brain.kit.errors import Refusal
from brain.kit.events import Recorded, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.corpora import queries
from brain.platform.corpora.adapters import folder
from brain.platform.corpora.adapters.documents import reading
from brain.platform.corpora.adapters.documents.pairs import read_pairs
from brain.platform.corpora.adapters.stages import replaced, save
from brain.platform.corpora.algorithm.personal_data import hidden
from brain.platform.corpora.contract import Build, CorporaFolder, NothingToBuild, SourceDocument, Status
from brain.platform.corpora.domain import acts, datasheet
from brain.platform.corpora.domain.datasheet import BASES, Datasheet, SourceRights
from brain.platform.corpora.domain.pairs import Pair
from brain.platform.corpora.domain.recipes import Recipe
from brain.platform.corpora.service import pipeline, recipes
from brain.platform.corpora.service.intake import Incoming, Rights
from brain.platform.governance.service import identify_columns
from brain.platform.ingestion.contract import Source

BUILD: Final = "corpora.build"
SAMPLES, PAIRS, SHEET = "samples.jsonl", "pairs.jsonl", "datasheet.md"

log = logger(__name__)


@dataclass(frozen=True)
class _Material:
    """What a build is made of. Files that could not be read, or were not yet, are left out."""

    place: CorporaFolder
    recipe: Recipe
    sources: dict[int, Source]
    files: list[SourceDocument]

    @property
    def mark(self) -> str:
        """Changes with whatever would change the samples."""
        told = [asdict(self.recipe.settings), [(file.source_id, file.digest) for file in self.files]]
        rights = [asdict(source.registration) for source in self.sources.values()]
        return sm3(msgspec.json.encode([told, rights]))

    def rights(self, file: SourceDocument) -> Rights:
        told = self.sources[file.source_id].registration
        licence = f"{BASES[told.basis]}：{told.basis_document}"
        return Rights(source=told.name, provider=told.provider, licence=licence, as_of=file.as_of)

    def incoming(self) -> Incoming:
        for file in self.files:
            if file.material == "texts":
                for document in reading.documents(folder.read(self.place, file.digest)):
                    yield document, file.digest, self.rights(file)

    def pairs(self) -> list[Pair]:
        """Given ones, each once, without personal data where the recipe says so."""
        hide = self.recipe.settings.hide_personal
        given = {
            _without_personal_data(pair) if hide else pair: None
            for file in self.files
            if file.material == "pairs"
            for pair in read_pairs(folder.file(self.place, file.digest), self.rights(file).source)
        }
        return list(given)


def recognise(headers: Sequence[str], values: Sequence[str]) -> list[tuple[str, bool] | None]:
    found = identify_columns(headers, [values])
    return [None if finding is None else (finding.kind, finding.proven) for finding in found]


def _without_personal_data(pair: Pair) -> Pair:
    def told(text: str) -> str:
        return hidden(text, recognise)[0]

    rejected = None if pair.rejected is None else told(pair.rejected)
    return Pair(prompt=told(pair.prompt), chosen=told(pair.chosen), rejected=rejected, source=pair.source)


async def ask(session: AsyncSession, node: Node, corpus_id: int, by: str) -> Build:
    """A build that waits for a worker. Raises SourceRefused and NothingToBuild."""
    corpus = await queries.corpus(session, corpus_id)
    material = await _material(session, node, corpus.recipe)
    row: dict[str, Any] = {
        "corpus_id": corpus_id,
        "number": None,
        "status": Status.WAITING,
        "mark": material.mark,
        "reports": [],
        "shares": {},
        "sources": [],
        "recipe": queries.told(corpus.recipe),
        "asked_by": by,
        "asked_at": now(),
        "finished_at": None,
    }
    asked = await queries.add_build(session, row)
    await jobs.enqueue(session, BUILD, {"build_id": asked.id}, key=str(asked.id))
    told = Recorded(act=acts.BUILT, target=str(corpus_id), title=corpus.recipe.name, actor=by)
    await announce(session, told)
    return asked


async def _material(session: AsyncSession, node: Node, recipe: Recipe) -> _Material:
    found = await recipes.sources_of(session, recipe)
    for source in found:
        source.must_deliver(today())
    files = [file for file in await queries.documents(session, recipe.sources) if file.documents]
    if not files:
        raise NothingToBuild("配方中的数据源还没有读取成功的文档，请先上传")
    return _Material(node.get(CorporaFolder), recipe, {source.id: source for source in found}, files)


async def run(node: Node, build_id: int) -> None:
    """Carry a build to its end, from the step where an earlier run was killed. Builders of one corpus wait
    for each other; a refusal fails the build and is told in its `problem`."""
    async with node.database.transaction() as guard:
        build = await queries.build(guard, build_id)
        await lock(guard, "corpora", str(build.corpus_id))
        build = await queries.build(guard, build_id)
        if build.status in {Status.DONE, Status.FAILED}:
            return
        try:
            await _run(node, build)
        except Refusal as refusal:
            log.warning("corpora.build_failed", build_id=build_id, reason=refusal.message)
            failed = {"status": Status.FAILED, "problem": refusal.message, "finished_at": now()}
            async with node.database.transaction() as session:
                await queries.change_build(session, build_id, **failed)


async def _run(node: Node, build: Build) -> None:
    async with node.database.transaction() as session:
        material = await _material(session, node, build.recipe)
        await queries.change_build(session, build.id, status=Status.RUNNING, mark=material.mark)
    loop = asyncio.get_running_loop()

    async def tell(step: str) -> None:
        async with node.database.transaction() as session:
            await queries.change_build(session, build.id, step=step)

    def progress(step: str) -> None:
        asyncio.run_coroutine_threadsafe(tell(step), loop).result()

    place = folder.work(material.place, material.mark)
    settings = build.recipe.settings
    done = await asyncio.to_thread(pipeline.run, place, material.incoming, settings, recognise, progress)
    pairs = await asyncio.to_thread(material.pairs)
    await _publish(node, build, material, done, pairs)


async def _publish(
    node: Node, build: Build, material: _Material, done: pipeline.Done, pairs: list[Pair]
) -> None:
    place, corpus_id = material.place, build.corpus_id
    async with node.database.transaction() as session:
        versions = await queries.versions(session, corpus_id)
        number = versions[0].number + 1 if versions and versions[0].number else 1
        sheet = _sheet(build, material, done, number, len(pairs))
        draft = await asyncio.to_thread(_write, folder.draft(place, corpus_id), done, pairs, sheet)
        name = await asyncio.to_thread(folder.publish, draft, number)
        await queries.change_build(
            session,
            build.id,
            number=number,
            status=Status.DONE,
            step=None,
            folder=name,
            **asdict(sheet.size),
            pairs=len(pairs),
            reports=msgspec.to_builtins(done.reports),
            shares=msgspec.to_builtins(done.shares),
            sources=msgspec.to_builtins(sheet.sources),
            finished_at=now(),
        )
    kept = [version.folder for version in versions if version.folder]
    await asyncio.to_thread(folder.sweep, place, corpus_id, [*kept, name], material.mark)


def _sheet(build: Build, material: _Material, done: pipeline.Done, number: int, pairs: int) -> Datasheet:
    return Datasheet(
        recipe=build.recipe,
        number=number,
        built_at=now(),
        size=done.reports[-1].after,
        test=done.reports[-1].changed.get("test", 0),
        pairs=pairs,
        sources=tuple(_rights(source, material, done) for source in material.sources.values()),
        reports=tuple(done.reports),
    )


def _rights(source: Source, material: _Material, done: pipeline.Done) -> SourceRights:
    told, share = source.registration, done.shares.get(source.registration.name)
    return SourceRights(
        name=told.name,
        provider=told.provider,
        basis=BASES[told.basis],
        basis_document=told.basis_document,
        basis_until=told.basis_until,
        level=told.level,
        sample=told.sample,
        files=sum(file.source_id == source.id for file in material.files),
        available=share.available if share else 0,
        tokens=share.taken if share else 0,
    )


def _write(draft: Path, done: pipeline.Done, pairs: list[Pair], sheet: Datasheet) -> Path:
    with replaced(draft / SAMPLES) as file, done.samples.open("rb") as finished:
        shutil.copyfileobj(finished, file, 1 << 20)
    with replaced(draft / PAIRS) as file:
        file.writelines(msgspec.json.encode(pair) + b"\n" for pair in pairs)
    with replaced(draft / SHEET) as file:
        file.write(datasheet.markdown(sheet).encode())
    told: dict[str, Any] = msgspec.to_builtins(sheet)
    save(draft / "datasheet.json", told)
    return draft
