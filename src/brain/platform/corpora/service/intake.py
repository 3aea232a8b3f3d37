"""The first step: documents, cleaned, as samples in order of date, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from brain.platform.corpora.adapters.stages import Shelf, writing
from brain.platform.corpora.algorithm.characters import tidied
from brain.platform.corpora.algorithm.cleaning import cleaned
from brain.platform.corpora.algorithm.tokens import estimated_tokens
from brain.platform.corpora.domain.documents import Document, markdown
from brain.platform.corpora.domain.reports import Tally
from brain.platform.corpora.domain.samples import Sample, identifier


@dataclass(frozen=True, kw_only=True)
class Rights:
    """Whose document a text is from and on which ground it may be used."""

    source: str
    provider: str
    licence: str
    as_of: date


Incoming = Iterable[tuple[Document, str, Rights]]  # with the digest of its file


def take_in(incoming: Incoming, path: Path, tally: Tally) -> None:
    """Write the cleaned samples to `path`. Memory grows by the order only, about 200 bytes a document."""
    unordered = path.with_name(f"{path.name}.unordered")
    order: list[tuple[int, str, int]] = []
    with writing(unordered) as keep:
        for document, digest, rights in incoming:
            sample = _sample(document, digest, rights, tally)
            order.append((-sample.as_of.toordinal(), sample.id, len(order)))
            keep(sample)
    shelf = Shelf(unordered)
    with writing(path) as keep:
        for _, _, number in sorted(order):
            keep(shelf[number])
    unordered.unlink()


def _sample(document: Document, digest: str, rights: Rights, tally: Tally) -> Sample:
    before = markdown(document.blocks)
    blocks, removed = cleaned(document)
    raw = Sample(
        id=identifier(digest, document.number),
        title=tidied(document.title).replace("\n", " "),
        text=before,
        source=rights.source,
        provider=rights.provider,
        licence=rights.licence,
        as_of=document.as_of or rights.as_of,
        document=digest,
        number=document.number,
        tokens=estimated_tokens(before),
    )
    text = markdown(blocks)
    sample = replace(raw, text=text, tokens=estimated_tokens(text))
    tally.take(raw)
    tally.changed.update(removed)
    tally.keep(sample)
    return sample
