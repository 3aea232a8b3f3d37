"""What is made of samples for a purpose: chunks to search, instructions under a person's template."""

from collections.abc import Iterator
from dataclasses import dataclass

from brain.platform.corpora.domain.documents import Section, sections
from brain.platform.corpora.domain.samples import Sample

CHUNK = 800  # characters; about 500 tokens
OVERLAP = 80  # characters that a chunk cut within a section repeats of the one before
_BREAKS = ("\n\n", "\n", "。", "；", "，")


@dataclass(frozen=True, kw_only=True)
class Chunk:
    """`text` is the sample's `text[start:end]`; `path` leads from its title to the heading over it."""

    id: str
    sample: str
    path: tuple[str, ...]
    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Instruction:
    instruction: str
    output: str
    sample: str


def chunks(sample: Sample) -> Iterator[Chunk]:
    """Pieces of at most CHUNK characters that do not cross a heading."""
    for section in sections(sample.text):
        for start, end in _cuts(sample.text, section):
            yield Chunk(
                id=f"{sample.id}#{start}",
                sample=sample.id,
                path=(sample.title, *section.path),
                start=start,
                end=end,
                text=sample.text[start:end],
            )


def _cuts(text: str, section: Section) -> Iterator[tuple[int, int]]:
    start = section.start
    while section.end - start > CHUNK:
        end = _break(text, start + CHUNK // 2, start + CHUNK)
        yield start, end
        start = max(end - OVERLAP, start + 1)
    yield start, section.end


def _break(text: str, first: int, last: int) -> int:
    """The best place to cut in a range: after a paragraph, a line, a sentence, a clause, else at the end."""
    for mark in _BREAKS:
        place = text.rfind(mark, first, last)
        if place >= 0:
            return place + len(mark)
    return last


def instructions(sample: Sample, template: str) -> Iterator[Instruction]:
    """Each section as the answer to a person's template with {title} and {section}.

    Nothing is invented: the answer is the section, the question the person's own words.
    """
    for section in sections(sample.text):
        if section.path:
            yield Instruction(
                instruction=template.format(title=sample.title, section=section.path[-1]),
                output=sample.text[section.start : section.end],
                sample=sample.id,
            )
