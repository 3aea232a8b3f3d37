"""What a step took out, why, and examples of it."""

from collections import Counter
from dataclasses import dataclass, field

from brain.platform.corpora.domain.samples import Dropped, Sample

EXAMPLES = 3  # of each reason
EXCERPT = 80  # characters


@dataclass(frozen=True, kw_only=True)
class Size:
    documents: int = 0
    characters: int = 0
    tokens: int = 0

    def with_sample(self, sample: Sample) -> "Size":
        return Size(
            documents=self.documents + 1,
            characters=self.characters + len(sample.text),
            tokens=self.tokens + sample.tokens,
        )


@dataclass(frozen=True, kw_only=True)
class Example:
    """A sample that a step dropped or changed, by its first words."""

    id: str
    title: str
    reason: str
    excerpt: str
    other: str | None = None


@dataclass(frozen=True, kw_only=True)
class StepReport:
    """`dropped` counts samples by reason, `changed` what was taken out of samples that stayed, by kind:
    characters when cleaning, paragraphs when sparing repeats, placeholders of personal data."""

    step: str
    before: Size
    after: Size
    dropped: dict[str, int]
    changed: dict[str, int]
    examples: tuple[Example, ...]
    seconds: float


@dataclass(kw_only=True)
class Tally:
    """Counts a step while it runs."""

    step: str
    before: Size = field(default_factory=Size)
    after: Size = field(default_factory=Size)
    dropped: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    examples: list[Example] = field(default_factory=list)

    def take(self, sample: Sample) -> None:
        self.before = self.before.with_sample(sample)

    def keep(self, sample: Sample) -> None:
        self.after = self.after.with_sample(sample)

    def drop(self, sample: Sample, why: Dropped) -> None:
        self.dropped[why.reason] += 1
        if self.dropped[why.reason] <= EXAMPLES:
            excerpt = sample.text[:EXCERPT].replace("\n", " ")
            self.examples.append(
                Example(id=sample.id, title=sample.title, reason=why.reason, excerpt=excerpt, other=why.other)
            )

    def report(self, seconds: float) -> StepReport:
        return StepReport(
            step=self.step,
            before=self.before,
            after=self.after,
            dropped=dict(self.dropped.most_common()),
            changed=dict(self.changed.most_common()),
            examples=tuple(self.examples),
            seconds=round(seconds, 3),
        )
