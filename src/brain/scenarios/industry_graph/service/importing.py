"""Supply edges and listed firms' products from files that an operator brings."""

import csv
import gzip
import io
import math
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.errors import Invalid, TooLarge
from brain.platform.data_warehouse import service as warehouse
from brain.scenarios.industry_graph.algorithm.lexicon import Lexicon
from brain.scenarios.industry_graph.domain.supply import Assertion, Source
from brain.scenarios.industry_graph.queries import supply
from brain.scenarios.industry_graph.queries.supply import Listing
from brain.scenarios.industry_graph.service.building import REPORT, take
from brain.scenarios.industry_graph.service.chain import Held, find_opposed, held

UPSTREAM, DOWNSTREAM = "上游材料", "下游产品"  # what `to` is of `from` in a file of relations
LARGEST_UNPACKED = 512 << 20  # bytes
Row = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class EdgeColumns:
    """Which columns name the two products; with `relation` a row says what the second is of the first."""

    upstream: str
    downstream: str
    weight: str | None = None
    relation: str | None = None


@dataclass(frozen=True, kw_only=True)
class ProductColumns:
    """Which columns name the firm (by full name or credit code), its product and the product's weight."""

    company: str
    product: str
    weight: str


@dataclass(kw_only=True)
class Imported:
    """How many rows a file has, how many map onto the chain, what began and ended; unmapped names."""

    rows: int = 0
    mapped: int = 0
    begun: int = 0
    ended: int = 0
    unknown: list[str] = field(default_factory=list)

    def leave_out(self, name: str) -> None:
        if len(self.unknown) < 20 and name not in self.unknown:
            self.unknown.append(name)


def rows_of(content: bytes, *required: str) -> Iterator[Row]:
    """The rows of a CSV file (UTF-8 or GB18030, plain or gzip); `Invalid` when a column is missing."""
    plain = _unpacked(content) if content.startswith(b"\x1f\x8b") else content
    try:
        text = plain.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _legacy(plain)
    reader = csv.DictReader(io.StringIO(text), restval="")
    if missing := [name for name in required if name not in (reader.fieldnames or ())]:
        raise Invalid(f"文件缺少列：{'、'.join(missing)}", columns=list(reader.fieldnames or ()))
    return _rows(reader)


def _legacy(plain: bytes) -> str:
    try:
        return plain.decode("gb18030")
    except UnicodeDecodeError as error:
        raise Invalid(f"第 {error.start} 字节起既不是 UTF-8，也不是 GB18030") from error


def _unpacked(content: bytes) -> bytes:
    try:
        plain = gzip.GzipFile(fileobj=io.BytesIO(content)).read(LARGEST_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Invalid("gzip 文件不完整或已损坏") from error
    if len(plain) > LARGEST_UNPACKED:
        raise TooLarge(f"文件解压后超过 {LARGEST_UNPACKED >> 20} MB")
    return plain


def _rows(reader: "csv.DictReader[str]") -> Iterator[Row]:
    try:
        yield from reader
    except csv.Error as error:
        raise Invalid(f"第 {reader.line_num + 1} 行不是合法的 CSV：{error}") from error


async def sources(session: AsyncSession) -> set[str]:
    """Titles of the sources that this chain's supply edges and listed products come from."""
    return await supply.sources(session, (await held(session)).chain.code)


async def supply_edges(
    session: AsyncSession, rows: Iterable[Row], columns: EdgeColumns, source: Source
) -> Imported:
    """Take these as all that the source says; edges outside the chain are counted, not kept."""
    state = await _locked(session)
    lexicon, done = Lexicon(state.chain), Imported()
    said: dict[tuple[str, str], Assertion] = {}
    for row in rows:
        done.rows += 1
        ends = _ends(row, columns)
        if ends is None:
            continue
        upstream, downstream = (lexicon.product_named(name) for name in ends)
        for name, code in zip(ends, (upstream, downstream), strict=True):
            if code is None:
                done.leave_out(name)
        if upstream and downstream and upstream != downstream:
            done.mapped += 1
            weight = _weight(row[columns.weight], done.rows) if columns.weight else None
            said.setdefault(
                (upstream, downstream),
                Assertion(
                    upstream=upstream,
                    downstream=downstream,
                    source=source,
                    weight=weight,
                    wording=f"{ends[0]} → {ends[1]}",
                ),
            )
    done.begun, done.ended = await supply.replace(
        session, state.chain.code, source.title, list(said.values()), now()
    )
    await find_opposed(session, state.chain)
    await jobs.enqueue(session, REPORT, {}, key=REPORT)
    return done


def _ends(row: Row, columns: EdgeColumns) -> tuple[str, str] | None:
    first, second = row[columns.upstream].strip(), row[columns.downstream].strip()
    if columns.relation is None or row[columns.relation] == DOWNSTREAM:
        return first, second
    return (second, first) if row[columns.relation] == UPSTREAM else None


def _weight(text: str, line: int) -> float:
    """Raises Invalid for what is no number, or a negative or infinite one."""
    try:
        weight = float(text)
    except ValueError:
        weight = math.nan
    if not 0 <= weight < math.inf:
        raise Invalid(f"第 {line} 行的权重“{text[:40]}”不是非负的数")
    return weight


async def listed_products(
    session: AsyncSession,
    rows: Iterable[Row],
    columns: ProductColumns,
    names: Mapping[str, str],
    source: Source,
) -> Imported:
    """Take these as all that the source knows; `names` turns the file's codes into full names."""
    state = await _locked(session)
    done = Imported()
    weights = _weights(rows, columns, names, state, done)
    listed = []
    for company, products in weights.items():
        code = await _credit_code(session, company)
        if code is None:
            done.leave_out(company)
            continue
        listed += [
            Listing(credit_code=code, product=product, wording=wording, weight=weight, source=source)
            for product, (wording, weight) in products.items()
        ]
    touched = await supply.replace_listings(session, state.chain.code, source.title, listed)
    taken = await take(session, state, sorted(touched))
    done.begun, done.ended = taken.opened, taken.closed
    await jobs.enqueue(session, REPORT, {}, key=REPORT)
    return done


def _weights(
    rows: Iterable[Row], columns: ProductColumns, names: Mapping[str, str], state: Held, done: Imported
) -> dict[str, dict[str, tuple[str, float]]]:
    """By firm, each product of the chain with the firm's words for it and its heaviest weight."""
    lexicon = Lexicon(state.chain)
    found: dict[str, dict[str, tuple[str, float]]] = {}
    for row in rows:
        done.rows += 1
        wording = row[columns.product].strip()
        product = lexicon.product_named(wording) or lexicon.product_ending(wording)
        if product is None:
            continue
        done.mapped += 1
        company = names.get(row[columns.company], row[columns.company])
        weight = _weight(row[columns.weight] or "0", done.rows)
        known = found.setdefault(company, {}).get(product)
        if known is None or known[1] < weight:
            found[company][product] = (wording, weight)
    return found


async def _credit_code(session: AsyncSession, company: str) -> str | None:
    by_code = await warehouse.get_by_code(session, company)
    if by_code is not None:
        return by_code.credit_code
    found = (await warehouse.get_by_name(session, company)).enterprises
    return found[0].credit_code if len(found) == 1 else None


async def _locked(session: AsyncSession) -> Held:
    state = await held(session)
    await lock(session, "industry_graph", state.chain.code)
    return state
