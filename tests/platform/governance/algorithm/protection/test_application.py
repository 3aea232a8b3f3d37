"""A frame as its levels ask: nothing ungraded leaves, and what cannot be hidden is withheld."""

import polars as pl

from brain.platform.governance.algorithm.protection.application import Treatment, protected
from brain.platform.governance.domain.grading.levels import Level
from brain.platform.governance.domain.grading.rules import Means, shipped

KEY = bytes(16)
FRAME = pl.DataFrame(
    {
        "名称": ["示例公司"],
        "手机": ["13800000000"],
        "证件": ["370502199001010007"],
        "配方": ["炭黑 45份"],
        "产量": [12.5],
        "未定级": ["x"],
    }
)


def test_each_column_is_treated_and_the_ungraded_stay_behind() -> None:
    given = protected(
        FRAME,
        {
            "名称": Treatment(means=Means.PLAIN),
            "手机": Treatment(means=Means.MASK, kind="mobile"),
            "证件": Treatment(means=Means.GENERALISE, kind="resident_id"),
            "配方": Treatment(means=Means.PSEUDONYM, kind="recipe"),
            "产量": Treatment(means=Means.MASK, kind="output"),
        },
        KEY,
        "p",
    )

    assert given.to_dict(as_series=False) == {
        "名称": ["示例公司"],
        "手机": ["138****0000"],
        "证件": ["370500"],
    }


def test_stricter_levels_never_give_more() -> None:
    order = [Means.PLAIN, Means.MASK, Means.PSEUDONYM, Means.GENERALISE, Means.WITHHOLD]
    protections = [shipped().protections[level] for level in Level]
    shares = [order.index(protection.share) for protection in protections]
    shown = [order.index(protection.display) for protection in protections]

    assert shares == sorted(shares)
    assert shown == sorted(shown)
    assert [each.approvals for each in protections] == sorted(each.approvals for each in protections)
    assert min(each.log_days for each in protections) >= 180
