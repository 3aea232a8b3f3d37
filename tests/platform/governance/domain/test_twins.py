"""Which records that look alike are proposed as one enterprise."""

from datetime import date

import pytest

from brain.platform.data_warehouse.contract import Enterprise, LookAlikes, Trace
from brain.platform.governance.domain import twins
from brain.platform.governance.domain.identity_links import LinkKind

TODAY = date(2026, 1, 1)
OLD = Enterprise(
    credit_code="91370600613418880Y",
    name="山东玲珑轮胎股份有限公司",
    legal_person_name="王某",
    address="山东省招远市金龙路777号",
    approved_date=date(2014, 1, 1),
)
NEW = Enterprise(
    credit_code="91370500164880245T",
    name="山东玲珑轮胎股份有限公司",
    legal_person_name="王某",
    address="招远市金龙路777号",
    approved_date=date(2016, 5, 1),
)


def pair(one: Enterprise, other: Enterprise, *traces: Trace) -> LookAlikes:
    return LookAlikes(one=one, other=other, traces=frozenset(traces))


def test_a_number_in_common_is_enough_and_the_record_approved_last_survives() -> None:
    bare = Enterprise(credit_code=OLD.credit_code, name="另一名称")

    (link,) = twins.propose([pair(bare, NEW, "organisation_code")], TODAY)

    assert (link.absorbed, link.survivor, link.kind) == (
        OLD.credit_code,
        NEW.credit_code,
        LinkKind.RENUMBERED,
    )
    assert link.since == NEW.approved_date


def test_a_record_that_is_struck_off_does_not_survive() -> None:
    over = Enterprise(**{**vars(NEW), "reg_status": "注销"})

    (link,) = twins.propose([pair(OLD, over, "name")], TODAY)

    assert link.survivor == OLD.credit_code


def test_evidence_tells_what_agrees_without_telling_the_values() -> None:
    told = {each.field: each.verdict for each in twins.evidence(pair(OLD, NEW, "name"))}

    assert told == {
        "name": "same",
        "legal_person_name": "same",
        "address": "similar",
        "establish_date": "unknown",
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"legal_person_name": "李某", "address": "青岛市市南区延安三路101号"},
        {"name": "山东玲珑轮胎股份有限公司青岛分公司"},
    ],
)
def test_namesakes_and_branches_are_not_proposed_by_name(changes: dict[str, str]) -> None:
    other = Enterprise(**{**vars(NEW), **changes})

    assert twins.propose([pair(OLD, other, "name")], TODAY) == []
