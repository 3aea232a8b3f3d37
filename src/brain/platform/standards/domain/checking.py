"""What a standard must keep to before it can be put in force."""

from collections.abc import Iterator, Sequence

from brain.kit.errors import FieldError, Invalid
from brain.platform.standards.contract import CodeEntry, InForce, Representation, Revision, Standard
from brain.platform.standards.domain import formats


def check(standard: Standard, known: InForce) -> None:
    """Raises Invalid with every wrong place."""
    wrong = list(_wrong_references(standard, known))
    if wrong:
        raise Invalid("数据标准有误", wrong)


def _wrong_references(standard: Standard, known: InForce) -> Iterator[FieldError]:
    if standard.term is not None and standard.term not in known.terms:
        yield {"loc": "/body/term", "message": f"没有术语“{standard.term}”"}
    if standard.representation is not None:
        yield from _wrong_representation(standard.representation, known)


def _wrong_representation(representation: Representation, known: InForce) -> Iterator[FieldError]:
    table = representation.code_table
    if table is not None and table not in known.code_tables:
        yield {"loc": "/body/codeTable", "message": f"没有代码表“{table}”"}
    try:
        formats.read(representation.format)
    except Invalid as refusal:
        yield {"loc": "/body/format", "message": refusal.message}


def check_entries(entries: Sequence[CodeEntry]) -> None:
    """Raises Invalid with the first wrong lines, counted from 1."""
    wrong = [{"loc": f"/body/entries/{line}", "message": said} for line, said in _wrong_entries(entries)]
    if wrong:
        raise Invalid(
            f"代码表有 {len(wrong)} 处错误，如第 {_line(wrong[0])} 行：{wrong[0]['message']}",
            [FieldError(loc=each["loc"], message=each["message"]) for each in wrong[:20]],
        )


def _line(wrong: dict[str, str]) -> int:
    return int(wrong["loc"].rpartition("/")[2]) + 1


def _wrong_entries(entries: Sequence[CodeEntry]) -> Iterator[tuple[int, str]]:
    parents = {entry.code: entry.parent for entry in entries}
    seen = set[str]()
    for line, entry in enumerate(entries):
        if entry.code in seen:
            yield line, f"代码“{entry.code}”重复"
        seen.add(entry.code)
        if entry.parent is not None and entry.parent not in parents:
            yield line, f"“{entry.code}”的上级“{entry.parent}”不在表中"
        elif _is_its_own_ancestor(entry.code, parents):
            yield line, f"“{entry.code}”是自己的上级"


def _is_its_own_ancestor(code: str, parents: dict[str, str | None]) -> bool:
    passed, step = {code}, parents[code]
    while step is not None and step not in passed:
        passed.add(step)
        step = parents.get(step)
    return step == code


def check_edition(standard: Standard, versions: Sequence[Revision]) -> None:
    """A version comes after those there are: raises Invalid for a label or a day that is taken."""
    edition = standard.edition
    wrong: list[FieldError] = []
    for each in (version.standard.edition for version in versions):
        if edition and each and each.label == edition.label:
            wrong.append(
                {"loc": "/body/label", "message": f"版本“{each.label}”已有，版本不能改变，请另取名称"}
            )
        elif edition and each and each.since >= edition.since:
            wrong.append(
                {"loc": "/body/since", "message": f"应晚于版本“{each.label}”的生效日期 {each.since}"}
            )
    if wrong:
        raise Invalid("与已有的版本不符", wrong)
