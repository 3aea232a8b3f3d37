"""Which source records are one entity: people decide first, then proposals; changes can be undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from brain.kit.errors import Conflict

Record: TypeAlias = str
Entity: TypeAlias = frozenset[Record]
Entities: TypeAlias = frozenset[Entity]


class Contradiction(Conflict):
    """What was decided between records forbids it."""

    code = "entity_contradiction"


class Overtaken(Conflict):
    """The entities are no longer those that the change was made of."""

    code = "entity_overtaken"


@dataclass(frozen=True)
class Proposal:
    """A pair that a model takes for the same, with its probability."""

    left: Record
    right: Record
    probability: float


@dataclass(frozen=True)
class Change:
    """Entities that were and the entities that their records are now: a merge, a split, or a new grouping."""

    before: Entities
    after: Entities

    @property
    def reverse(self) -> "Change":
        return Change(self.after, self.before)

    def apply(self, entities: Entities) -> Entities:
        """`Overtaken` if a later change has touched the same entities."""
        if not self.before <= entities:
            raise Overtaken("这些企业后来已被合并或拆分，请先撤销后来的变更")
        return (entities - self.before) | self.after


@dataclass(frozen=True)
class Decisions:
    """What people have said of unordered pairs of records; none is in both."""

    same: frozenset[frozenset[Record]] = frozenset()
    different: frozenset[frozenset[Record]] = frozenset()

    def merged(self, one: Entity, other: Entity) -> "Decisions":
        """A person says that two entities are one: the first records stand for them, contrary words fall."""
        said = frozenset({frozenset({min(one), min(other)})})
        return Decisions(self.same | said, self.different - _across(one, other))

    def split(self, part: Entity, rest: Entity) -> "Decisions":
        """A person says that no record of one part means what one of the other means."""
        across = _across(part, rest)
        return Decisions(self.same - across, self.different | across)


def merge(one: Entity, other: Entity) -> Change:
    return Change(frozenset({one, other}), frozenset({one | other}))


def split(entity: Entity, part: Entity) -> Change:
    """`Contradiction` unless something remains on both sides."""
    if not part < entity or not part:
        raise Contradiction("拆分后两边都应有来源记录")
    return Change(frozenset({entity}), frozenset({part, entity - part}))


def changes(before: Entities, after: Entities) -> list[Change]:
    """What leads from one grouping of the same records to another, in independent steps."""
    return [
        Change(
            frozenset(group for group in before if group <= whole), frozenset(g for g in after if g <= whole)
        )
        for whole in _united([*(before - after), *(after - before)])
    ]


def resolve(
    records: Iterable[Record],
    decisions: Decisions,
    proposals: Iterable[Proposal],
    keys: Mapping[Record, str],
) -> Entities:
    """Entities by decisions, then by proposals from the most probable down.

    Never unites records that people hold for different, nor two of different `keys` (credit codes). The order
    of records and proposals does not matter; decisions on records that are gone wait.
    `Contradiction` where decisions contradict one another.
    """
    groups = _Groups(records, decisions, keys)
    said = sorted(sorted(pair) for pair in decisions.same if pair <= groups.of.keys())
    for one, other in said:
        if not groups.may_unite(one, other, by_key=False):
            raise Contradiction(f"“{one}”与“{other}”既被认定为同一企业，又被认定为不同企业")
        groups.unite(one, other)
    for proposal in sorted(proposals, key=_strength):
        if groups.may_unite(proposal.left, proposal.right, by_key=True):
            groups.unite(proposal.left, proposal.right)
    return frozenset(frozenset(group) for group in groups.members.values())


def _strength(proposal: Proposal) -> tuple[float, Record, Record]:
    one, other = sorted((proposal.left, proposal.right))
    return -proposal.probability, one, other


class _Groups:
    """Growing groups, each with its records, the records it must not meet and the keys it holds."""

    def __init__(self, records: Iterable[Record], decisions: Decisions, keys: Mapping[Record, str]) -> None:
        self.of = {record: record for record in records}
        self.members = {record: {record} for record in self.of}
        self._shunned: dict[Record, set[Record]] = {record: set() for record in self.of}
        self._keys = {record: {keys[record]} if record in keys else set() for record in self.of}
        for one, other in (pair for pair in decisions.different if pair <= self.of.keys()):
            self._shunned[one].add(other)
            self._shunned[other].add(one)

    def may_unite(self, one: Record, other: Record, *, by_key: bool) -> bool:
        left, right = self.of[one], self.of[other]
        shunned = not self._shunned[left].isdisjoint(self.members[right])
        return left == right or not (shunned or (by_key and len(self._keys[left] | self._keys[right]) > 1))

    def unite(self, one: Record, other: Record) -> None:
        small, large = sorted((self.of[one], self.of[other]), key=lambda group: len(self.members[group]))
        if small == large:
            return
        for record in self.members[small]:
            self.of[record] = large
        for held in (self.members, self._shunned, self._keys):
            held[large] |= held.pop(small)


def _united(groups: Iterable[Entity]) -> list[frozenset[Record]]:
    """The groups that overlap, put together, ordered by their first record."""
    wholes: dict[Record, set[Record]] = {}
    for group in groups:
        whole = set(group).union(*(wholes[record] for record in group if record in wholes))
        wholes.update(dict.fromkeys(whole, whole))
    return sorted({frozenset(whole) for whole in wholes.values()}, key=min)


def _across(one: Entity, other: Entity) -> frozenset[frozenset[Record]]:
    return frozenset(frozenset({left, right}) for left in one for right in other)
