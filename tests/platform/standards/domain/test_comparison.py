"""What became of codes between two versions."""

from hypothesis import given
from hypothesis import strategies as st

from brain.platform.standards.algorithm import code_tables
from brain.platform.standards.contract import CodeEntry
from brain.platform.standards.domain.comparison import Mapped, carried, compared


def told(lines: list[Mapped]) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.change, each.before.code if each.before else None, each.after.code if each.after else None)
        for each in lines
    ]


def entry(code: str, name: str = "", *replaces: str) -> CodeEntry:
    return CodeEntry(code=code, name=name or code, replaces=replaces)


def test_every_kind_of_change_is_told() -> None:
    before = [entry(code) for code in ("same", "old", "renamed", "whole", "left", "right", "gone")]
    after = [
        entry("same"),
        entry("new", "new", "old"),
        entry("renamed", "another name"),
        entry("half1", "half1", "whole"),
        entry("half2", "half2", "whole"),
        entry("both", "both", "left", "right"),
        entry("fresh"),
    ]

    assert told(compared(before, after)) == [
        ("same", "same", "same"),
        ("exact", "old", "new"),
        ("renamed", "renamed", "renamed"),
        ("split", "whole", "half1"),
        ("split", "whole", "half2"),
        ("merged", "left", "both"),
        ("merged", "right", "both"),
        ("added", None, "fresh"),
        ("dropped", "gone", None),
    ]


def test_a_county_that_was_merged_into_another_is_told_so() -> None:
    years = [code_tables.entries("region", year) for year in ("2015", "2016", "2017", "2018", "2019", "2020")]

    lines = compared(years[0], carried(years))

    # 莱芜市 became a district of 济南 on 2019-01-01.
    changed = {each.before.code: each for each in lines if each.before and each.change != "same"}
    assert changed["371200"].change in {"dropped", "exact", "merged"}
    assert changed["371202"].after is not None
    assert changed["371202"].after.name == "莱芜区"


codes = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(codes, codes, st.dictionaries(st.sampled_from("abcdefgh"), codes))
def test_no_code_of_either_version_is_lost(
    before: list[str], after: list[str], replaced: dict[str, list[str]]
) -> None:
    lines = compared(
        [entry(code) for code in before], [entry(code, code, *replaced.get(code, ())) for code in after]
    )

    assert {each.before.code for each in lines if each.before} == set(before)
    assert {each.after.code for each in lines if each.after} == set(after)
