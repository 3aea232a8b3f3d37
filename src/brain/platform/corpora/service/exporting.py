"""Looking at the samples of a version, and taking it out as a file with its rights and its mark."""

import asyncio
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path
from string import Formatter
from tempfile import TemporaryFile
from typing import BinaryIO

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import sm3
from brain.kit.errors import Invalid
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.corpora import queries
from brain.platform.corpora.adapters import folder
from brain.platform.corpora.adapters.stages import samples
from brain.platform.corpora.algorithm.exports import chunks, instructions
from brain.platform.corpora.contract import Build, CorporaFolder, ExportKind, NotForThis
from brain.platform.corpora.domain import acts
from brain.platform.corpora.domain.pairs import Pair
from brain.platform.corpora.domain.samples import Sample
from brain.platform.corpora.service.building import PAIRS, SAMPLES, SHEET

Line = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Export:
    """A ZIP file without a name on the disk, to be read and closed: the lines, the rights with the mark, the
    datasheet."""

    file: BinaryIO
    name: str
    lines: int
    mark: str


async def look(
    session: AsyncSession, node: Node, corpus_id: int, number: int, *, offset: int, limit: int
) -> tuple[list[Sample], int]:
    version = await queries.version(session, corpus_id, number)
    path = _folder(node, version) / SAMPLES

    def found() -> list[Sample]:
        return list(islice(samples(path), offset, offset + limit))

    return await asyncio.to_thread(found), version.documents


async def sheet(session: AsyncSession, node: Node, corpus_id: int, number: int) -> str:
    """The datasheet as Markdown."""
    version = await queries.version(session, corpus_id, number)
    return await asyncio.to_thread((_folder(node, version) / SHEET).read_text, "utf-8")


async def export(
    session: AsyncSession, node: Node, version: Build, kind: ExportKind, template: str | None, by: str
) -> Export:
    """Written to the audit log with its mark. Raises NotForThis where there is nothing of the kind."""
    if template is not None:
        _check(template)
    at = now()
    mark = sm3(f"{version.corpus_id}/{version.number}/{kind}/{by}/{at.isoformat()}".encode())[:16]
    header = _header(version, kind, by=f"{by}，{at:%Y-%m-%d %H:%M}（UTC）", mark=mark)
    place = _folder(node, version)
    file, lines = await asyncio.to_thread(_packed, place, _lines(place, kind, template), header)
    if not lines:
        file.close()
        raise NotForThis(_NOTHING[kind])
    details = {"version": version.number, "kind": kind, "lines": lines, "mark": mark}
    recipe = version.recipe
    told = Recorded(
        act=acts.EXPORTED, target=str(version.corpus_id), title=recipe.name, actor=by, details=details
    )
    await announce(session, told)
    return Export(file=file, name=f"{recipe.name}-{version.number}-{kind}.zip", lines=lines, mark=mark)


_NOTHING: dict[ExportKind, str] = {
    "pretrain": "这个版本没有样本",
    "retrieval": "这个版本没有样本",
    "sft": "这个版本没有人工给出的问答；也可以填写指令模板，由章节生成",
    "dpo": "这个版本没有人工给出的偏好（采纳与不采纳的答案）",
}


async def version(session: AsyncSession, corpus_id: int, number: int) -> Build:
    return await queries.version(session, corpus_id, number)


def _folder(node: Node, version: Build) -> Path:
    return folder.version(node.get(CorporaFolder), version.corpus_id, version.folder or "")


def _check(template: str) -> None:
    try:
        names = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    except ValueError:
        names = {"?"}
    if names - {"title", "section"} or "section" not in names:
        message = "模板须含 {section}，可含 {title}，不能有其他花括号"
        raise Invalid("指令模板有误", [{"loc": "/body/template", "message": message}])


def _lines(place: Path, kind: ExportKind, template: str | None) -> Iterator[Line]:
    match kind:
        case "pretrain":
            return (asdict(sample) for sample in samples(place / SAMPLES))
        case "retrieval":
            return _chunks(place)
        case "sft":
            given = (_question(pair) for pair in _pairs(place) if pair.rejected is None)
            return chain(given, _instructions(place, template) if template else ())
        case "dpo":
            return (asdict(pair) for pair in _pairs(place) if pair.rejected is not None)


def _chunks(place: Path) -> Iterator[Line]:
    for sample in samples(place / SAMPLES):
        rights = {"provider": sample.provider, "licence": sample.licence, "as_of": sample.as_of}
        for chunk in chunks(sample):
            yield asdict(chunk) | {"source": sample.source} | rights


def _instructions(place: Path, template: str) -> Iterator[Line]:
    for sample in samples(place / SAMPLES):
        for made in instructions(sample, template):
            yield asdict(made) | {"source": sample.source, "split": sample.split}


def _question(pair: Pair) -> Line:
    return {"instruction": pair.prompt, "output": pair.chosen, "source": pair.source}


def _pairs(place: Path) -> Iterator[Pair]:
    with (place / PAIRS).open("rb") as file:
        for line in file:
            yield msgspec.json.decode(line, type=Pair)


def _packed(place: Path, lines: Iterator[Line], header: str) -> tuple[BinaryIO, int]:
    """The file, at its beginning, and how many lines are in it."""
    written = 0
    file: BinaryIO = TemporaryFile(dir=place)  # noqa: SIM115 - whoever sends it closes it
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("来源与许可.md", header)
        packed.write(place / SHEET, SHEET)
        with packed.open("data.jsonl", "w", force_zip64=True) as entry:
            for line in lines:
                entry.write(msgspec.json.encode(line) + b"\n")
                written += 1
    file.seek(0)
    return file, written


def _header(version: Build, kind: ExportKind, *, by: str, mark: str) -> str:
    sources = "\n".join(
        f"- {source['name']}：{source['provider']}；{source['basis']}，{source['basis_document']}"
        for source in version.sources
    )
    return (
        f"# {version.recipe.name} 第 {version.number} 版（{kind}）\n\n"
        f"导出人：{by}\n水印：{mark}\n\n使用本语料须遵守各来源的依据：\n\n{sources}\n"
    )
