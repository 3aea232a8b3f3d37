"""What a profile must keep to: never less protection than the grade asks for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.datasets import Column, Type
from brain.kit.errors import Invalid
from brain.platform.governance.contract.grading import MeansName
from brain.platform.governance.service.grading import share_means
from brain.platform.sharing.contract import (
    Counted,
    Manner,
    Profile,
    RecipientKind,
    RowFilter,
    SharedColumn,
    Summed,
)
from brain.platform.sharing.domain import rules
from tests.platform.published import data_set

TODAY = date(2026, 11, 22)
HELD = data_set(
    "staff",
    Column("city", "城市", "City"),
    Column("phone", "电话", "Phone", level=2, personal=True, kind="mobile"),
    Column("pay", "工资", "Pay", Type.INTEGER, level=3, personal=True),
    Column("secret", "配方", "Recipe", level=5),
)
LEAST = {column.name: share_means(column.level) for column in HELD.columns}
PROFILE = Profile(
    data_set="base.staff",
    recipient="甲",
    kind=RecipientKind.PARTNER,
    purpose="研究",
    until=TODAY,
    columns=(SharedColumn(name="city"), SharedColumn(name="phone")),
)
MEANS = st.sampled_from(get_args(MeansName))


def wrong(profile: Profile) -> list[str]:
    with pytest.raises(Invalid) as refused:
        rules.check(profile, HELD, LEAST, TODAY)
    return [str(each["loc"]) for each in refused.value.details["fields"]]


def test_a_profile_that_keeps_to_the_rules_passes() -> None:
    rules.check(PROFILE, HELD, LEAST, TODAY)


@given(asked=st.none() | MEANS, least=MEANS)
def test_whatever_is_asked_the_grade_is_satisfied(asked: MeansName | None, least: MeansName) -> None:
    means = rules.means_of(asked, least)

    assert means in rules.INSTEAD[least]
    assert least == "plain" or means != "plain"


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"columns": (SharedColumn(name="phone", means="plain"),)}, "columns"),
        ({"columns": (SharedColumn(name="secret", means="mask"),)}, "columns"),
        ({"columns": (SharedColumn(name="nothing"),)}, "columns"),
        ({"columns": ()}, "columns"),
        ({"kind": RecipientKind.OPEN}, "columns"),
        ({"filters": (RowFilter(column="phone", values=("13905460001",)),)}, "filters"),
        ({"until": date(2026, 11, 21)}, "until"),
        ({"manner": Manner.GROUPS, "columns": (SharedColumn(name="city"),), "k": 4}, "k"),
        ({"manner": Manner.GROUPS}, "columns"),
        ({"manner": Manner.GROUPS, "columns": (SharedColumn(name="city"),), "sensitive": "pay"}, "sensitive"),
        ({"manner": Manner.COUNTS, "counted": (Counted(column="city", categories=("a",)),)}, "epsilon"),
        (
            {
                "manner": Manner.COUNTS,
                "epsilon": Decimal(1),
                "counted": (Counted(column="city", categories=("a", "a")),),
            },
            "counted",
        ),
        (
            {
                "manner": Manner.COUNTS,
                "epsilon": Decimal(1),
                "summed": (Summed(column="city", low=0, high=9),),
            },
            "summed",
        ),
    ],
)
def test_what_gives_away_too_much_is_refused_at_its_place(changed: dict[str, object], place: str) -> None:
    assert f"/body/{place}" in wrong(replace(PROFILE, **changed))  # type: ignore[arg-type]
