"""Linking written enterprises to a register, and finding what a table has twice."""

import random

import numpy as np
import polars as pl
import pytest

from brain.platform.governance.algorithm.linkage import linking, organisations, resolution
from brain.platform.governance.algorithm.linkage.blocking import Blocks
from brain.platform.governance.algorithm.linkage.fields import Field, Kind
from brain.platform.governance.algorithm.linkage.linking import Plan, Scored
from brain.platform.governance.algorithm.linkage.tables import Table, with_other_names
from brain.platform.governance.domain.entities import Decisions, resolve

PLAN = Plan(
    fields=[
        Field("core", Kind.ORGANISATION),
        Field("region", Kind.REGION),
        Field("year", Kind.DATE),
        Field("address", Kind.TEXT),
    ],
    blocks=Blocks(equal=[["core"]], characters=["text"]),
)
REGISTERED, WRITTEN = 2_000, 300
STREETS = ("潍坊", "南一", "黄河", "淮河", "北二", "胜利", "青州", "济南", "庐山", "府前")


Row = tuple[str, ...]  # id, name, year, address


def named(rows: list[Row]) -> pl.DataFrame:
    frame = pl.DataFrame(rows, schema=["id", "name", "year", "address"], orient="row")
    return frame.hstack(organisations.read(frame["name"]))


def register() -> list[Row]:
    draw = random.Random(7)
    syllables = [chr(0x4E00 + draw.randrange(0x5000)) for _ in range(150)]
    return [
        (
            f"r{number}",
            draw.choice(("山东省东营市", "青岛市", "济南市", "烟台市"))
            + "".join(draw.sample(syllables, 2))
            + draw.choice(("轮胎", "商贸", "化工科技", "机械制造"))
            + draw.choice(("有限公司", "股份有限公司")),
            str(draw.randrange(1990, 2020)),
            f"{draw.choice(STREETS)}路{draw.randrange(1, 300)}号",
        )
        for number in range(REGISTERED)
    ]


def wrongly(name: str, draw: random.Random) -> str:
    """A character lost, the form left out, or the region left out."""
    place = draw.randrange(len(name) - 4)
    slips = (
        name[:place] + name[place + 1 :],
        name.removesuffix("有限公司"),
        name.replace("东营市", "").replace("省", ""),
    )
    return draw.choice(slips)


def written() -> list[Row]:
    """The second half of the names is of enterprises that `known` leaves out."""
    draw = random.Random(8)
    return [(id_, wrongly(name, draw), *rest) for id_, name, *rest in draw.sample(register(), WRITTEN)]


@pytest.fixture(scope="module")
def tables() -> tuple[Table, Table]:
    gone = {id_ for id_, *_ in written()[WRITTEN // 2 :]}
    return Table(named(written()), "id"), Table(
        named([row for row in register() if row[0] not in gone]), "id"
    )


@pytest.fixture(scope="module")
def scored(tables: tuple[Table, Table]) -> Scored:
    return linking.link(*tables, PLAN)


def links(tables: tuple[Table, Table], scored: Scored) -> set[tuple[str, str]]:
    pairs = scored.pairs.at(resolution.accepted(scored, tables[0]))
    return set(zip(tables[0]["id"].gather(pairs.left), tables[1]["id"].gather(pairs.right), strict=True))


def test_it_finds_more_than_equal_names_do_and_little_that_is_wrong(
    tables: tuple[Table, Table], scored: Scored
) -> None:
    found = links(tables, scored)
    by_equal_names = tables[0].frame.join(tables[1].frame, on="text").height

    right = sum(one == other for one, other in found)
    assert right >= 0.9 * WRITTEN / 2
    assert right > 2 * by_equal_names
    assert len(found) - right <= 0.1 * WRITTEN / 2


@pytest.mark.parametrize("rows", [0, 1])
def test_a_table_of_none_or_one_has_nothing_twice_and_is_meant_by_nothing(
    tables: tuple[Table, Table], rows: int
) -> None:
    small = Table(tables[1].frame.head(rows), "id")
    nothing = Table(tables[0].frame.head(0), "id")

    assert len(linking.deduplicate(small, PLAN).pairs) == 0
    assert len(linking.link(nothing, small, PLAN).pairs) == 0


def test_the_same_tables_give_the_same_answers(tables: tuple[Table, Table], scored: Scored) -> None:
    again = linking.link(*tables, PLAN)

    assert np.array_equal(again.probabilities, scored.probabilities)


def test_the_evidence_adds_up_to_the_probability(tables: tuple[Table, Table]) -> None:
    scored = linking.deduplicate(tables[1], PLAN)
    evidence = resolution.explain(scored, 0)

    weight = sum(field.bits + field.rarity_bits for field in evidence) + np.log2(scored.model.odds)

    assert [field.field for field in evidence] == ["core", "region", "year", "address"]
    assert scored.probabilities[0] == pytest.approx(1 / (1 + 2**-weight))


def test_review_shows_the_most_doubtful_pair_first(scored: Scored) -> None:
    probabilities = scored.probabilities[resolution.to_review(scored)]

    assert np.all(np.diff(np.abs(probabilities - 0.5)) >= 0)
    assert np.all((probabilities >= 0.1) & (probabilities < 0.9))


def test_a_former_name_leads_to_the_enterprise_and_counts_once(tables: tuple[Table, Table]) -> None:
    frame = pl.DataFrame(
        {
            "id": ["a"],
            "name": ["东营市新名轮胎有限公司"],
            "former": [["广饶县旧号橡胶厂"]],
            "year": ["2000"],
            "address": ["府前路1号"],
        }
    )
    named_twice = with_other_names(frame, "name", "former")
    named_twice = named_twice.hstack(organisations.read(named_twice["name"]))
    known = Table(pl.concat([tables[1].frame, named_twice.select(tables[1].frame.columns)]), "id")
    asked = Table(pl.concat([tables[0].frame, named([("w", "旧号橡胶厂", "2000", "府前路1号")])]), "id")

    scored = linking.link(asked, known, PLAN)

    of_asked = scored.pairs.left == asked.height - 1
    assert ("w", "a") in links((asked, known), scored)
    assert known["id"].gather(scored.pairs.right[of_asked]).to_list().count("a") == 1


def test_what_a_table_has_twice_becomes_one_entity() -> None:
    draw = random.Random(9)
    twice = [
        *register()[:400],
        *((f"d{id_}", wrongly(name, draw), *rest) for id_, name, *rest in register()[:100]),
    ]
    table = Table(named(twice), "id")

    scored = linking.deduplicate(table, PLAN)
    entities = resolve(table["id"], Decisions(), resolution.proposals(scored, table), {})

    assert sum(frozenset({f"r{n}", f"dr{n}"}) in entities for n in range(100)) >= 85
    assert len(entities) >= 390
