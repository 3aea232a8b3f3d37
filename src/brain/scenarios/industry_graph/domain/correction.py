"""What an expert decided against the machine: kept with its reason and applied after every rebuild."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from brain.kit.errors import Conflict, FieldError, Invalid
from brain.scenarios.industry_graph.domain.attachment import Attachment, Evidence
from brain.scenarios.industry_graph.domain.chain import Chain, Role
from brain.scenarios.industry_graph.domain.supply import Edge

Kind = Literal["attach", "detach", "connect", "disconnect"]
EXPERT = 0.99


class AlreadyCorrected(Conflict):
    code = "already_corrected"


@dataclass(frozen=True, kw_only=True)
class Correction:
    """Of an attachment (credit code, product, role) or of a supply edge (upstream, downstream, weight).

    `digest` is of the enterprise's text that the expert had before him.
    """

    id: int
    kind: Kind
    credit_code: str | None = None
    product: str | None = None
    role: Role | None = None
    upstream: str | None = None
    downstream: str | None = None
    weight: float | None = None
    reason: str
    author: str
    created_at: datetime
    digest: str | None = None
    revoked_at: datetime | None = None
    revoked_by: str | None = None
    revoke_reason: str | None = None

    @property
    def subject(self) -> tuple[str | None, ...]:
        """Two corrections in force never have the same subject."""
        return self.credit_code, self.product, self.upstream, self.downstream


def check(correction: Correction, chain: Chain) -> None:
    """Refuse what says nothing, or speaks of products that the chain does not have."""
    wanted = {
        "attach": ("credit_code", "product", "role"),
        "detach": ("credit_code", "product"),
        "connect": ("upstream", "downstream", "weight"),
        "disconnect": ("upstream", "downstream"),
    }[correction.kind]
    missing: list[FieldError] = [
        {"loc": f"/body/{name}", "message": "必填项不可为空"}
        for name in wanted
        if getattr(correction, name) is None
    ]
    if missing:
        raise Invalid("修正内容不完整", missing)
    for code in (correction.product, correction.upstream, correction.downstream):
        if code is not None:
            chain.product(code)
    if correction.upstream is not None and correction.upstream == correction.downstream:
        raise Invalid("上游与下游不能是同一产品")


def corrected_attachments(
    matched: Iterable[Attachment], corrections: Iterable[Correction]
) -> dict[str, Attachment]:
    """The attachments of one enterprise by product, after the corrections in force."""
    by_product = {attachment.product: attachment for attachment in matched}
    for correction in corrections:
        if correction.kind == "detach":
            by_product.pop(str(correction.product), None)
        elif correction.kind == "attach":
            attachment = _attached(correction, by_product.get(str(correction.product)))
            by_product[attachment.product] = attachment
    return by_product


def _attached(correction: Correction, matched: Attachment | None) -> Attachment:
    evidence = Evidence(
        field="expert", text=correction.reason, start=0, end=0, rule="expert", verbs=(), strength=EXPERT
    )
    return Attachment(
        credit_code=str(correction.credit_code),
        product=str(correction.product),
        role=correction.role or "producer",
        score=EXPERT,
        weight=matched.weight if matched else 0.5,
        evidence=(evidence, *(matched.evidence if matched else ())),
    )


def corrected_edges(
    edges: Mapping[tuple[str, str], Edge], corrections: Sequence[Correction]
) -> dict[tuple[str, str], Edge]:
    held = dict(edges)
    for correction in corrections:
        pair = (str(correction.upstream), str(correction.downstream))
        if correction.kind == "disconnect":
            held.pop(pair, None)
        elif correction.kind == "connect" and correction.weight is not None:
            known = held.get(pair) or Edge(
                upstream=pair[0], downstream=pair[1], weight=0.0, confidence=0.0, rests_on=()
            )
            held[pair] = replace(known, weight=correction.weight, confidence=EXPERT, corrected=True)
    return held
