"""Where sources disagree: found by the machine, decided by an expert."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from brain.kit.errors import Conflict, Invalid
from brain.scenarios.industry_graph.domain.attachment import Attachment
from brain.scenarios.industry_graph.domain.chain import Chain
from brain.scenarios.industry_graph.domain.correction import Correction
from brain.scenarios.industry_graph.domain.enterprise import Enterprise
from brain.scenarios.industry_graph.domain.supply import Edge, opposed

Kind = Literal["name_without_scope", "listing_without_scope", "correction_outdated", "opposed_edges"]
Decision = Literal["keep", "detach", "renew", "revoke", "drop_forward", "drop_backward"]

KIND_TITLES: Mapping[Kind, str] = {
    "name_without_scope": "名称提到产品，经营范围未提到",
    "listing_without_scope": "披露有该产品收入，经营范围未提到",
    "correction_outdated": "人工修正之后，企业登记内容已变",
    "opposed_edges": "两个方向都有来源支持",
}
DECISIONS: Mapping[Kind, tuple[Decision, ...]] = {
    "name_without_scope": ("keep", "detach"),
    "listing_without_scope": ("keep", "detach"),
    "correction_outdated": ("renew", "revoke"),
    "opposed_edges": ("keep", "drop_forward", "drop_backward"),
}


class AlreadyResolved(Conflict):
    code = "already_resolved"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A disagreement; `subject` identifies it among those of its kind."""

    kind: Kind
    subject: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    id: int
    kind: Kind
    subject: str
    details: Mapping[str, Any]
    found_at: datetime
    gone_at: datetime | None = None
    decision: Decision | None = None
    reason: str | None = None
    resolved_by: str | None = None
    resolved_at: datetime | None = None

    def decide(self, decision: Decision) -> None:
        """Refuse a decision that does not fit, or comes second."""
        if self.resolved_at is not None or self.gone_at is not None:
            raise AlreadyResolved("这条矛盾已处理或已消失，请刷新")
        if decision not in DECISIONS[self.kind]:
            raise Invalid("这类矛盾不能这样处理", allowed=list(DECISIONS[self.kind]))


def of_enterprise(
    chain: Chain, enterprise: Enterprise, attachments: Sequence[Attachment], corrections: Iterable[Correction]
) -> list[Finding]:
    """What an enterprise's effective attachments and the corrections in force disagree on."""
    stated = {chain.product(found.product).link for found in attachments if "scope" in _fields(found)}
    silent = [found for found in attachments if _is_silent(chain, found, stated)]
    outdated = [one for one in corrections if one.digest is not None and one.digest != enterprise.digest]
    return [
        *(_silent_scope(found) for found in silent),
        *(_outdated(enterprise.credit_code, correction) for correction in outdated),
    ]


def _fields(found: Attachment) -> set[str]:
    return {evidence.field for evidence in found.evidence}


def _is_silent(chain: Chain, found: Attachment, stated: set[str]) -> bool:
    """The scope does not speak of it; a listed firm may say more exactly what its scope says (全钢子午胎)."""
    fields = _fields(found)
    if "scope" in fields or "expert" in fields:
        return False
    return not ("listing" in fields and chain.product(found.product).link in stated)


def _silent_scope(found: Attachment) -> Finding:
    return Finding(
        kind="listing_without_scope" if "listing" in _fields(found) else "name_without_scope",
        subject=f"{found.credit_code}/{found.product}",
        details={
            "creditCode": found.credit_code,
            "product": found.product,
            "role": found.role,
            "words": [evidence.text for evidence in found.evidence],
        },
    )


def _outdated(credit_code: str, correction: Correction) -> Finding:
    return Finding(
        kind="correction_outdated",
        subject=f"{credit_code}/{correction.product}",
        details={
            "creditCode": credit_code,
            "product": correction.product,
            "correctionId": correction.id,
        },
    )


def of_edges(edges: Mapping[tuple[str, str], Edge]) -> list[Finding]:
    return [
        Finding(kind="opposed_edges", subject=f"{a}/{b}", details={"upstream": a, "downstream": b})
        for a, b in opposed(edges)
    ]
