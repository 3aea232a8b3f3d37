"""Enterprise master data: merging with history, lookups, search, changes."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from brain.kit.clock import now
from brain.kit.db import Database
from brain.kit.errors import Invalid
from brain.platform.data_warehouse import service
from brain.platform.data_warehouse.contract import (
    Chain,
    Change,
    Enterprise,
    Fact,
    Family,
    Filters,
    Honour,
    Investment,
    Merged,
    Patent,
    Source,
    Trademark,
)
from brain.platform.data_warehouse.domain import LARGEST_EXPORT, TooManyToExport
from brain.platform.data_warehouse.queries import searching

CODE, OTHER = "91370523EXAMP0001W", "91370523EXAMP00020"
OLD = Source(provider="旧册", title="登记", as_of=date(2018, 1, 1))
FIRST = Source(provider="甲方", title="登记", as_of=date(2019, 1, 1))
SECOND = Source(provider="乙方", title="登记", as_of=date(2020, 1, 1))
TYRES = Enterprise(
    credit_code=CODE,
    name="山东甲子轮胎有限公司",
    reg_capital=Decimal("100.50"),
    reg_capital_currency="CNY",
    establish_date=date(2001, 2, 3),
    address='广饶县"示例路"\\1号,甲',
    region_code="370523",
    industry_code="C2911",
    business_scope="轮胎生产、销售",
)


def named(code: str, name: str, **facts: object) -> Enterprise:
    return Enterprise(credit_code=code, name=name, **facts)  # type: ignore[arg-type]


async def upsert(database: Database, source: Source, *rows: Enterprise) -> Merged:
    async with database.transaction() as session:
        return await service.upsert_enterprises(session, rows, source)


async def facts_of(database: Database, attribute: str) -> list[tuple[object, date, date | None, str]]:
    async with database.transaction() as session:
        found: list[Fact] = (await service.history(session, CODE))[Family.BASIC]
    return [(f.value, f.valid_from, f.valid_to, f.source.provider) for f in found if f.attribute == attribute]


async def test_what_was_merged_is_found_by_code_to_the_last_character(database: Database) -> None:
    merged = await upsert(database, FIRST, TYRES)

    async with database.transaction() as session:
        assert await service.get_by_code(session, CODE) == TYRES
        assert await service.get_by_code(session, OTHER) is None
        assert await service.get_many(session, [CODE, OTHER]) == {CODE: TYRES}
    assert merged == Merged(inserted=1, changed=0, unchanged=0, first_revision=1, last_revision=1)


async def test_the_same_again_changes_nothing(database: Database) -> None:
    await upsert(database, FIRST, TYRES)

    merged = await upsert(database, FIRST, TYRES)

    assert (merged.inserted, merged.changed, merged.unchanged, merged.last_revision) == (0, 0, 1, None)
    async with database.transaction() as session:
        assert await service.changed_since(session, 1, 10) == []
        assert await session.scalar(text("SELECT count(*) FROM data_warehouse_fact")) == 0


@pytest.mark.parametrize("held", [0, 1, 499, 997])
async def test_among_many_new_records_one_held_already_is_compared_and_not_doubled(
    database: Database, held: int
) -> None:
    rows = [named(f"91370523{number:09d}0", f"山东第{number}轮胎有限公司") for number in range(998)]
    await upsert(database, FIRST, rows[held])

    merged = await upsert(database, SECOND, *rows)

    assert merged == Merged(inserted=997, changed=0, unchanged=1, first_revision=2, last_revision=998)
    counted = "SELECT count(*), count(DISTINCT revision), max(revision) FROM data_warehouse_enterprise"
    async with database.transaction() as session:
        assert (await session.execute(text(counted))).one() == (998, 998, 998)


async def test_a_newer_value_supersedes_and_keeps_the_old_with_its_source_and_days(
    database: Database,
) -> None:
    await upsert(database, FIRST, TYRES)

    merged = await upsert(database, SECOND, named(CODE, TYRES.name, address="新址", scale="大型"))

    assert (merged.changed, merged.last_revision) == (1, 2)
    assert await facts_of(database, "address") == [
        ("新址", date(2020, 1, 1), None, "乙方"),
        (TYRES.address, date(2019, 1, 1), date(2020, 1, 1), "甲方"),
    ]
    assert await facts_of(database, "scale") == [("大型", date(2020, 1, 1), None, "乙方")]
    assert await facts_of(database, "region_code") == [("370523", date(2019, 1, 1), None, "甲方")]


async def test_what_a_source_does_not_say_is_not_erased(database: Database) -> None:
    await upsert(database, FIRST, TYRES)

    await upsert(database, SECOND, named(CODE, TYRES.name))

    async with database.transaction() as session:
        assert await service.get_by_code(session, CODE) == TYRES


async def test_an_older_statement_becomes_history_only_and_only_once(database: Database) -> None:
    await upsert(database, FIRST, TYRES)

    first = await upsert(database, OLD, named(CODE, TYRES.name, address="老址"))
    again = await upsert(database, OLD, named(CODE, TYRES.name, address="老址"))

    assert (first.changed, again.changed) == (0, 0)
    assert await facts_of(database, "address") == [
        (TYRES.address, date(2019, 1, 1), None, "甲方"),
        ("老址", date(2018, 1, 1), date(2019, 1, 1), "旧册"),
    ]


async def test_a_third_value_closes_the_second_where_it_began(database: Database) -> None:
    third = Source(provider="丙方", title="登记", as_of=date(2021, 1, 1))
    await upsert(database, FIRST, TYRES)
    await upsert(database, SECOND, named(CODE, TYRES.name, scale="小型"))

    await upsert(database, third, named(CODE, TYRES.name, scale="中型"))

    assert await facts_of(database, "scale") == [
        ("中型", date(2021, 1, 1), None, "丙方"),
        ("小型", date(2020, 1, 1), date(2021, 1, 1), "乙方"),
    ]


async def test_a_renamed_enterprise_is_found_by_its_former_name_in_any_spelling(database: Database) -> None:
    await upsert(database, FIRST, TYRES)
    await upsert(database, SECOND, named(CODE, "山东乙丑（集团）轮胎有限公司"))

    async with database.transaction() as session:
        former = await service.get_by_name(session, "山东甲子轮胎 有限责任公司")
        exact = await service.get_by_name(session, "山东乙丑（集团）轮胎有限公司")
        normalised = await service.get_by_name(session, "山东乙丑(集团)轮胎有限责任公司")
        nobody = await service.get_by_name(session, "山东丙寅轮胎有限公司")
    assert (former.how, exact.how, normalised.how, nobody.how) == ("former", "exact", "normalised", None)
    assert [found.enterprises[0].credit_code for found in (former, exact, normalised)] == [CODE] * 3
    assert former.enterprises[0].former_names == ["山东甲子轮胎有限公司"]
    assert nobody.enterprises == []


async def test_a_name_from_an_older_source_becomes_a_former_name(database: Database) -> None:
    await upsert(database, FIRST, TYRES)

    await upsert(database, OLD, named(CODE, "广饶县甲子轮胎厂"))

    async with database.transaction() as session:
        found = await service.get_by_code(session, CODE)
    assert found is not None
    assert (found.name, found.former_names) == (TYRES.name, ["广饶县甲子轮胎厂"])


async def test_the_legal_person_is_shown_only_to_who_asks_by_right(database: Database) -> None:
    await upsert(database, FIRST, named(CODE, TYRES.name, legal_person_name="张三"))

    async with database.transaction() as session:
        hidden, shown = (
            await service.get_by_code(session, CODE),
            await service.get_by_code(session, CODE, personal=True),
        )
        page, _ = await service.search(session, Filters(), offset=0, limit=10)
        history = await service.history(session, CODE)
        whole = await service.history(session, CODE, personal=True)
    assert hidden is not None
    assert shown is not None
    assert (hidden.legal_person_name, shown.legal_person_name, page[0].legal_person_name) == (
        None,
        "张三",
        None,
    )
    assert "legal_person_name" not in {fact.attribute for fact in history[Family.BASIC]}
    assert "legal_person_name" in {fact.attribute for fact in whole[Family.BASIC]}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), {"轮胎", "炭黑", "软件"}),
        (Filters(text="轮胎"), {"轮胎"}),
        (Filters(text=CODE.lower()), {"轮胎"}),
        (Filters(text="%"), set()),
        (Filters(region="370500"), {"轮胎", "炭黑"}),
        (Filters(region="370000"), {"轮胎", "炭黑", "软件"}),
        (Filters(industry="C"), {"轮胎", "炭黑"}),
        (Filters(industry="C291"), {"轮胎"}),
        (Filters(year_from=2010, year_to=2010), {"炭黑"}),
        (Filters(capital_from=Decimal(200)), {"炭黑"}),
        (Filters(capital_to=Decimal(200)), {"轮胎"}),
        (Filters(status="存续"), {"软件"}),
    ],
)
async def test_filters_include_what_lies_below_them(
    database: Database, filters: Filters, found: set[str]
) -> None:
    capital = {"reg_capital": Decimal(500), "reg_capital_currency": "CNY"}
    carbon = named(OTHER, "广饶炭黑厂", region_code="370523", industry_code="C2643", **capital)
    software = named("91370102EXAMP0003X", "济南软件", region_code="370102", reg_status="存续")
    software = named(
        software.credit_code,
        "济南软件",
        region_code="370102",
        reg_status="存续",
        reg_capital=Decimal(900),
        reg_capital_currency="USD",
    )
    await upsert(database, FIRST, TYRES, carbon, software)
    await upsert(database, FIRST, named(OTHER, "广饶炭黑厂", establish_date=date(2010, 12, 31)))

    async with database.transaction() as session:
        rows, total = await service.search(session, filters, offset=0, limit=10)

    assert {word for row in rows for word in ("轮胎", "炭黑", "软件") if word in row.name} == found
    assert total == len(found)


async def test_an_export_of_too_many_is_refused(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    await upsert(database, FIRST, TYRES, named(OTHER, "乙"))
    monkeypatch.setattr(service, "LARGEST_EXPORT", 1)

    async with database.transaction() as session:
        with pytest.raises(TooManyToExport) as refused:
            await service.export(session, Filters())

    assert refused.value.details == {"total": 2}
    assert str(LARGEST_EXPORT) in refused.value.message


async def test_other_families_belong_to_their_enterprise_and_have_history(database: Database) -> None:
    patent = Patent(credit_code=CODE, application_number="EXAMP1", title="一种轮胎", patent_status="审中")
    async with database.transaction() as session:
        await service.upsert(session, Family.PATENT, [patent], FIRST)
        await service.upsert(
            session,
            Family.TRADEMARK,
            [Trademark(credit_code=CODE, registration_number="1", nice_class="12", name="甲子牌")],
            FIRST,
        )
        await service.upsert(
            session,
            Family.INVESTMENT,
            [Investment(credit_code=CODE, investee_name="乙", ratio=Decimal("51.5"))],
            FIRST,
        )
        await service.upsert(
            session, Family.HONOUR, [Honour(credit_code=CODE, title="高新技术企业", year=2019)], FIRST
        )
        granted = Patent(
            credit_code=CODE, application_number="EXAMP1", title="一种轮胎", patent_status="有权"
        )
        merged = await service.upsert(session, Family.PATENT, [granted], SECOND)

        assert await service.families(session, CODE, Family.PATENT) == [granted]
        assert [t.name for t in await service.families(session, CODE, Family.TRADEMARK)] == ["甲子牌"]  # type: ignore[union-attr]
        assert [h.year for h in await service.families(session, CODE, Family.HONOUR)] == [2019]  # type: ignore[union-attr]
        history = (await service.history(session, CODE))[Family.PATENT]
        totals = await service.totals(session)
    assert merged.changed == 1
    assert [(f.attribute, f.value) for f in history if f.attribute.endswith("patent_status")] == [
        ("EXAMP1/patent_status", "有权"),
        ("EXAMP1/patent_status", "审中"),
    ]
    assert totals.counts == {**dict.fromkeys(Family, 1), Family.BASIC: 0}


async def test_changes_come_in_the_order_of_commits_over_all_families(database: Database) -> None:
    before = now() - timedelta(seconds=1)
    await upsert(database, FIRST, TYRES, named(OTHER, "乙"))
    async with database.transaction() as session:
        await service.upsert(
            session, Family.HONOUR, [Honour(credit_code=CODE, title="荣誉", year=2019)], FIRST
        )
    await upsert(database, SECOND, named(CODE, TYRES.name, scale="大型"))

    async with database.transaction() as session:
        changes = await service.changed_since(session, 0, 10)
        rest = await service.changed_since(session, changes[0].revision, 1)
        names = await service.names_since(session, 0, 10)
        at_start, at_end = (
            await service.revision_at(session, before),
            await service.revision_at(session, now()),
        )
    assert changes == [
        Change(revision=2, credit_code=OTHER, family=Family.BASIC),
        Change(revision=3, credit_code=CODE, family=Family.HONOUR),
        Change(revision=4, credit_code=CODE, family=Family.BASIC),
    ]
    assert rest == changes[1:2]
    assert [(named.revision, named.credit_code) for named in names] == [(2, OTHER), (4, CODE)]
    assert (at_start, at_end) == (0, 4)


async def test_a_second_writer_waits_so_that_no_revision_appears_behind_a_reader(database: Database) -> None:
    async with database.transaction() as slow:
        await service.upsert_enterprises(slow, [TYRES], FIRST)
        async with database.transaction() as quick:
            await quick.execute(text("SET LOCAL lock_timeout = '200ms'"))
            with pytest.raises(Exception, match="lock timeout"):
                await service.upsert_enterprises(quick, [named(OTHER, "乙")], FIRST)
            await quick.rollback()

    merged = await upsert(database, FIRST, named(OTHER, "乙"))
    assert merged.first_revision == 2


async def test_a_chain_is_selected_by_industry_or_keyword_within_regions(database: Database) -> None:
    dealer = named(OTHER, "广饶商贸", region_code="370523", business_scope="轮胎批发")
    far = named("91320102EXAMP0003X", "南京轮胎", region_code="320102", industry_code="C2911")
    await upsert(database, FIRST, TYRES, dealer, far)
    chain = Chain(industries=("C2911",), regions=("370500",), keywords=("轮胎批发",))

    async with database.transaction() as session:
        first = await service.select_chain(session, chain, 0, 1)
        rest = await service.select_chain(session, chain, first[0].revision, 10)
        everywhere = await service.select_chain(session, Chain(industries=("C29",)), 0, 10)
        everything = await service.select_chain(session, Chain(), 0, 10)

    assert [found.enterprise.credit_code for found in (*first, *rest)] == [CODE, OTHER]
    assert [found.enterprise.credit_code for found in everywhere] == [CODE, far.credit_code]
    assert len(everything) == 3


async def test_names_are_matched_in_bulk_and_former_ones_only_where_nobody_bears_them(
    database: Database,
) -> None:
    await upsert(
        database, FIRST, named(CODE, "甲", former_names=["丙"]), named(OTHER, "乙", former_names=["甲"])
    )

    async with database.transaction() as session:
        found = await service.namesakes(session, ["甲", "丙", "丁"])

    assert {key: [(n.credit_code, n.former) for n in bearers] for key, bearers in found.items()} == {
        "甲": [(CODE, False)],
        "丙": [(CODE, True)],
    }


async def test_the_full_table_of_industries_names_what_the_shipped_one_does_not(database: Database) -> None:
    rows = [
        {"code": "C", "name": "制造业", "level": "1", "parent": "", "section": "C", "remark": ""},
        {"code": "29", "name": "橡胶和塑料制品业", "level": "2", "parent": "C", "section": "C", "remark": ""},
        {"code": "291", "name": "橡胶制品业", "level": "3", "parent": "29", "section": "C", "remark": ""},
    ]
    async with database.transaction() as session:
        assert await service.industry_names(session, ["C29", "C291"]) == {"C29": "橡胶和塑料制品业"}

        assert await service.replace_industries(session, rows, FIRST) == 3

        assert await service.industry_names(session, ["C29", "C291"]) == {
            "C29": "橡胶和塑料制品业",
            "C291": "橡胶制品业",
        }
        assert await service.industries_below(session, "C29") == {"C291": "橡胶制品业"}
        assert (await service.industry_codes_by_name(session))["橡胶制品业"] == "C291"


async def test_a_table_of_industries_that_contradicts_itself_is_refused(database: Database) -> None:
    row = {"code": "29", "name": "橡胶", "level": "3", "parent": "C", "section": "C", "remark": ""}

    async with database.transaction() as session:
        with pytest.raises(Invalid):
            await service.replace_industries(session, [row], FIRST)

    async with database.transaction() as session:
        assert await session.scalar(text("SELECT count(*) FROM data_warehouse_industry")) == 0


async def test_two_codes_under_one_name_are_reported_after_a_merge(database: Database) -> None:
    await upsert(database, FIRST, TYRES)

    async with database.transaction() as session:
        merged = await service.upsert_enterprises(session, [named(OTHER, "山东甲子轮胎有限责任公司")], SECOND)
        shared = await service.shared_names(session, merged)

    assert [(one.credit_code, one.other) for one in shared] == [(OTHER, CODE)]


def test_the_pattern_of_a_search_takes_wildcards_literally() -> None:
    assert searching._escaped("100%_a\\") == r"100\%\_a\\"


async def test_industries_are_found_by_a_part_of_the_name_or_the_beginning_of_the_code(
    database: Database,
) -> None:
    async with database.transaction() as session:
        assert await service.industries_like(session, "橡胶", 20) == {"C29": "橡胶和塑料制品业"}
        assert list(await service.industries_like(session, "c29", 20)) == ["C29"]
        assert list(await service.industries_like(session, "29", 20)) == ["C29"]
        assert len(await service.industries_like(session, "业", 3)) == 3
        assert await service.industries_like(session, "没有的行业", 20) == {}
