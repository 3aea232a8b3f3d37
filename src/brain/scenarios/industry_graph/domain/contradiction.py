"""Where sources disagree: found by the machine, decided by an expert."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from brain.kit.errors import Conflict, Invalid
from brain.scenarios.industry_graph.domain.attachment import Attachment
from brain.scenarios.industry_graph.domain.correction import Correction
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
    credit_code: str, attachments: Iterable[Attachment], corrections: Iterable[Correction], digest: str
) -> list[Finding]:
    """What an enterprise's effective attachments and the corrections in force disagree on."""
    found = [
        finding
        for attachment in attachments
        if (finding := _silent_scope(credit_code, attachment)) is not None
    ]
    for correction in corrections:
        if correction.digest is not None and correction.digest != digest:
            found.append(
                Finding(
                    kind="correction_outdated",
                    subject=f"{credit_code}/{correction.product}",
                    details={
                        "creditCode": credit_code,
                        "product": correction.product,
                        "correctionId": correction.id,
                    },
                )
            )
    return found


def _silent_scope(credit_code: str, attachment: Attachment) -> Finding | None:
    fields = {evidence.field for evidence in attachment.evidence}
    if "scope" in fields or "expert" in fields:
        return None
    return Finding(
        kind="listing_without_scope" if "listing" in fields else "name_without_scope",
        subject=f"{credit_code}/{attachment.product}",
        details={
            "creditCode": credit_code,
            "product": attachment.product,
            "role": attachment.role,
            "words": [evidence.text for evidence in attachment.evidence],
        },
    )


def of_edges(edges: Mapping[tuple[str, str], Edge]) -> list[Finding]:
    return [
        Finding(kind="opposed_edges", subject=f"{a}/{b}", details={"upstream": a, "downstream": b})
        for a, b in opposed(edges)
    ]
