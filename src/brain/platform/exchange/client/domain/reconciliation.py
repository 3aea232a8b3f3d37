"""Comparing the brain's ledger of one day with the centre's, part by part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

Key = tuple[str, str, int]


class Difference(StrEnum):
    MISSING = "missing"
    DOUBLED = "doubled"
    ALTERED = "altered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, order=True)
class Entry:
    """One part as a ledger knows it."""

    scene: str
    batch_id: str
    part_number: int
    records: int
    size: int
    digest: str

    @property
    def key(self) -> Key:
        return self.scene, self.batch_id, self.part_number


@dataclass(frozen=True, kw_only=True, order=True)
class Finding:
    difference: Difference
    scene: str
    batch_id: str
    part_number: int
    explanation: str


def reconcile(accepted: Sequence[Entry], sent: Sequence[Entry], centre: Sequence[Entry]) -> list[Finding]:
    """What differs between the parts we hold as accepted and the centre's ledger of the same day.

    `sent` are all our parts that the centre may hold, whatever their state here. One whose answer was lost on
    the way is at the centre but not yet accepted here: no difference, sending it again settles it.
    """
    theirs: dict[Key, list[Entry]] = {}
    for entry in centre:
        theirs.setdefault(entry.key, []).append(entry)
    known = {entry.key: entry for entry in [*sent, *accepted]}
    missing = [entry for entry in accepted if entry.key not in theirs]
    findings = [_finding(Difference.MISSING, entry, "省级中心台账中没有该分片") for entry in missing]
    for key, entries in theirs.items():
        findings += _differences(known.get(key), entries)
    return sorted(findings)


def _differences(own: Entry | None, theirs: list[Entry]) -> Iterator[Finding]:
    if len(theirs) > 1:
        yield _finding(Difference.DOUBLED, theirs[0], f"省级中心台账中出现 {len(theirs)} 次")
    if own is None:
        yield _finding(Difference.UNKNOWN, theirs[0], "本地台账中没有该分片")
        return
    for other in theirs:
        if other != own:
            yield _finding(Difference.ALTERED, own, _alteration(own, other))


def _finding(difference: Difference, entry: Entry, explanation: str) -> Finding:
    return Finding(
        difference=difference,
        scene=entry.scene,
        batch_id=entry.batch_id,
        part_number=entry.part_number,
        explanation=explanation,
    )


def _alteration(ours: Entry, theirs: Entry) -> str:
    fields = (("记录数", "records"), ("字节数", "size"), ("摘要", "digest"))
    return "；".join(
        f"{title}本地为 {getattr(ours, name)}，中心为 {getattr(theirs, name)}"
        for title, name in fields
        if getattr(ours, name) != getattr(theirs, name)
    )
