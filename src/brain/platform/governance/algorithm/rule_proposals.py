"""Rules that a table itself suggests, with what speaks for each; people decide which to declare."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from brain.kit.errors import Invalid
from brain.platform.governance.algorithm.errors import dependencies, shapes
from brain.platform.governance.algorithm.errors.outliers import outliers
from brain.platform.governance.algorithm.errors.table import Column, columns
from brain.platform.governance.domain.quality.rules import (
    CheckDigit,
    CheckDigitOf,
    CodeTable,
    Dependency,
    NotNull,
    Pattern,
    Range,
    Unique,
)
from brain.platform.governance.domain.quality.terms import Rule
from brain.reference.credit_code import CreditCode
from brain.reference.resident_id import ResidentId

LEAST_ROWS = 100
MOST_CODES, ROWS_A_CODE = 50, 20
RARE_CODE = 0.001  # share of cells: a code as rare as this may be an error and is left out
CHECKED, PROVEN = 200, 0.95  # values looked at for check digits, and the share that must hold


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """`support` is the number of rows that the proposal rests on; `reason` a Chinese sentence."""

    rule: Rule
    support: int
    reason: str


def propose(frame: pl.DataFrame) -> list[Proposal]:
    """Proposals column by column, dependencies last; none from fewer than 100 rows."""
    if frame.height < LEAST_ROWS:
        return []
    table = columns(frame)
    found: list[Proposal] = []
    for place, column in enumerate(table):
        if column.filled:
            found += _of_column(column, frame.schema[column.name], place + 1, frame.height)
    return found + list(_dependencies(table))


def _of_column(column: Column, dtype: pl.DataType, number: int, rows: int) -> Iterator[Proposal]:
    text = dtype == pl.String
    if column.filled == rows:
        yield Proposal(
            rule=NotNull(name=f"not_null_{number}", column=column.name, blank=text),
            support=rows,
            reason=f"{rows} 行无一为空，真实的空值比例以 95% 的把握低于 {3 / rows:.4%}",
        )
    if len(column.distinct) == column.filled and column.filled >= LEAST_ROWS and not dtype.is_float():
        yield Proposal(
            rule=Unique(name=f"unique_{number}", columns=(column.name,)),
            support=column.filled,
            reason=f"{column.filled} 个值各不相同",
        )
    if text:
        yield from _of_text(column, number)
    elif dtype.is_numeric():
        yield from _range(column, number, whole=dtype.is_integer())


def _of_text(column: Column, number: int) -> Iterator[Proposal]:
    checked = _check_digit(column, number)
    if checked is not None:
        yield checked
        return
    yield from _codes(column, number)
    yield from _pattern(column, number)


def _check_digit(column: Column, number: int) -> Proposal | None:
    sample = column.distinct[:CHECKED]
    for of, holds in ((CheckDigitOf.CREDIT_CODE, _credit_code), (CheckDigitOf.RESIDENT_ID, _resident_id)):
        held = sum(map(holds, sample))
        if len(sample) >= 20 and held >= PROVEN * len(sample):
            rule = CheckDigit(
                name=f"check_digit_{number}", column=column.name, of=of, tolerated=_up(1 - held / len(sample))
            )
            reason = f"抽看 {len(sample)} 个值，{held} 个校验位正确"
            return Proposal(rule=rule, support=column.filled, reason=reason)
    return None


def _credit_code(text: str) -> bool:
    try:
        return CreditCode(text).check_digit_holds
    except Invalid:
        return False


def _resident_id(text: str) -> bool:
    try:
        return ResidentId(text).check_digit_holds
    except Invalid:
        return False


def _codes(column: Column, number: int) -> Iterator[Proposal]:
    counts = column.counts.tolist()
    usual = [
        (count, text)
        for text, count in zip(column.distinct, counts, strict=True)
        if count > max(1.0, RARE_CODE * column.filled)
    ]
    if not 2 <= len(usual) <= MOST_CODES or column.filled < ROWS_A_CODE * len(usual):
        return
    covered = sum(count for count, _ in usual)
    missed = column.filled - covered
    if missed > 0.02 * column.filled:
        return
    codes = tuple(text for _, text in sorted(usual, reverse=True))
    yield Proposal(
        rule=CodeTable(name=f"code_table_{number}", column=column.name, codes=codes),
        support=column.filled,
        reason=f"{len(codes)} 个取值覆盖 {covered}/{column.filled}；其余 {missed} 处过于少见，疑为错值",
    )


def _pattern(column: Column, number: int) -> Iterator[Proposal]:
    found = shapes.usual_shapes(column)
    if found is None:
        return
    usual, by_value, counts = found
    of_usual = [text for text, each in zip(column.distinct, by_value, strict=True) if each in usual]
    regex = "|".join(sorted({_regex(shapes.shape(text)) for text in of_usual}))
    if len(regex) > 200:
        return
    covered = sum(counts[each] for each in usual)
    rule = Pattern(
        name=f"pattern_{number}",
        column=column.name,
        regex=regex,
        tolerated=_up(1 - covered / column.filled),
    )
    yield Proposal(rule=rule, support=column.filled, reason=f"{covered}/{column.filled} 处符合 {regex}")


_CLASSES: Final = {"9": "[0-9]", "A": "[A-Z]", "a": "[a-z]"}


def _regex(exact: str) -> str:
    """A shape as a regular expression; runs of one class are counted."""
    runs = re.findall(r"(?s)(.)(\1*)", exact)
    return "".join(
        (_CLASSES.get(each) or re.escape(each).replace("\\-", "-")) + (f"{{{len(more) + 1}}}" if more else "")
        for each, more in runs
    )


def _range(column: Column, number: int, *, whole: bool) -> Iterator[Proposal]:
    far = {row for row, _ in outliers(column)}
    numbers = [
        float(column.distinct[code])
        for row, code in enumerate(column.codes.tolist())
        if code >= 0 and row not in far
    ]
    numbers = [each for each in numbers if math.isfinite(each)]
    if len(numbers) < LEAST_ROWS:
        return
    least, most = min(numbers), max(numbers)
    rule = Range(
        name=f"range_{number}",
        column=column.name,
        least=int(least) if whole else least,
        most=int(most) if whole else most,
    )
    reason = f"{len(numbers)} 个值在 {least:g} 与 {most:g} 之间，另有 {len(far)} 个离群值未计"
    yield Proposal(rule=rule, support=len(numbers), reason=reason)


def _dependencies(table: Sequence[Column]) -> Iterator[Proposal]:
    for number, found in enumerate(dependencies.mine(table), start=1):
        if found.exempt:
            continue
        left = tuple(table[place].name for place in found.left)
        name = f"dependency_{number}"
        rule = Dependency(name=name, left=left, right=table[found.right].name, tolerated=_up(_mixed(found)))
        reason = f"可比的 {found.rows} 行中 {found.rows - found.broken} 行相符"
        yield Proposal(rule=rule, support=found.rows, reason=reason)


def _mixed(found: dependencies.Dependency) -> float:
    """The share of rows in groups with several values: the declared rule counts whole groups."""
    groups = [[count for code, count in group.items() if code >= 0] for group in found.groups.values()]
    return sum(map(sum, filter(lambda group: len(group) > 1, groups))) / max(sum(map(sum, groups)), 1)


def _up(share: float) -> float:
    """To three digits, upwards."""
    return min(math.ceil(share * 1000) / 1000, 0.999)
