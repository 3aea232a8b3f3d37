"""Who may do what in the industry graph, and how codes are shown."""

from typing import Annotated

from fastapi import Depends, Path

from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.reference.credit_code import SHAPE
from brain.reference.region import GAZETTEER
from brain.scenarios.industry_graph.domain.chain import Chain
from brain.scenarios.industry_graph.domain.contradiction import DECISIONS, KIND_TITLES, Contradiction
from brain.scenarios.industry_graph.domain.correction import Correction
from brain.scenarios.industry_graph.schemas.overview import ContradictionView, CorrectionView

CanRead = Annotated[Caller, Depends(require("industry_graph.read"))]
CanExport = Annotated[Caller, Depends(require("industry_graph.export"))]
CanCorrect = Annotated[Caller, Depends(require("industry_graph.correct"))]
CanManage = Annotated[Caller, Depends(require("industry_graph.manage"))]

CreditCodePath = Annotated[str, Path(pattern=rf"^{SHAPE}$", description="统一社会信用代码")]
ProductPath = Annotated[str, Path(max_length=64, description="产品编码")]
IdPath = Annotated[int, Path(ge=1, le=2**31 - 1)]


MADE = {"subject", "enterprise_name"}  # fields of the view that the correction itself does not have


def region_name(code: str | None) -> str | None:
    found = GAZETTEER.nearest(code) if code else None
    return GAZETTEER.full_name(found) if found else None


def correction_view(chain: Chain, correction: Correction, name: str | None = None) -> CorrectionView:
    shown = {key: getattr(correction, key) for key in CorrectionView.model_fields if key not in MADE}
    codes = (correction.product, correction.upstream, correction.downstream)
    return CorrectionView(
        **shown, enterprise_name=name, subject=" → ".join(_title(chain, code) for code in codes if code)
    )


def contradiction_view(chain: Chain, found: Contradiction, name: str | None = None) -> ContradictionView:
    details = found.details
    products = [details[key] for key in ("product", "upstream", "downstream") if details.get(key)]
    return ContradictionView(
        id=found.id,
        kind=found.kind,
        title=KIND_TITLES[found.kind],
        subject=" ⇄ ".join(_title(chain, code) for code in products),
        credit_code=details.get("creditCode"),
        enterprise_name=name,
        words=list(details.get("words", ())),
        decisions=list(DECISIONS[found.kind]),
        found_at=found.found_at,
        decision=found.decision,
        reason=found.reason,
        resolved_by=found.resolved_by,
        resolved_at=found.resolved_at,
    )


def _title(chain: Chain, code: str) -> str:
    known = chain.product_by_code.get(code)
    return known.title if known else code
