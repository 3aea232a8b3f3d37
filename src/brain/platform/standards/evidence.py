"""What data standards prove."""

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.evidence import Count, Counted, Evidence, share
from brain.kit.node import Node
from brain.platform.standards.contract import Kind
from brain.platform.standards.models import StandardRow
from brain.platform.standards.service import looking


async def _terms(session: AsyncSession, _: Node) -> Counted:
    return Counted(len((await looking.in_force(session)).terms))


async def _elements(session: AsyncSession, _: Node) -> Counted:
    return Counted(len((await looking.in_force(session)).elements))


async def _code_tables(session: AsyncSession, _: Node) -> Counted:
    tables = (await looking.in_force(session)).code_tables
    return Counted(sum(len(versions) for versions in tables.values()))


def _approved(kind: Kind) -> Count:
    return share(StandardRow, StandardRow.state.in_(looking.SETTLED), StandardRow.kind == kind)


EVIDENCE: Final = (
    Evidence(
        item="standards.terms",
        title="生效的术语",
        title_en="Terms in force",
        rule="生效的术语，平台自带的与人提出、另一人批准的",
        rule_en="Terms in force, shipped or drafted by one person and approved by another",
        page="/standards?kind=term",
        scope="standards.read",
        count=_terms,
    ),
    Evidence(
        item="standards.terms",
        title="批准的术语修订",
        title_en="Revisions of terms approved",
        rule="人提出的术语修订中，由另一人批准的，后来废止的也计入",
        rule_en="Of revisions of terms that people drafted those that another person approved",
        page="/standards?kind=term",
        scope="standards.read",
        count=_approved("term"),
    ),
    Evidence(
        item="standards.reference_data",
        title="生效的代码表版本",
        title_en="Versions of code tables",
        rule="生效的代码表的全部版本",
        rule_en="All versions of the code tables in force",
        page="/standards?kind=code_table",
        scope="standards.read",
        count=_code_tables,
    ),
    Evidence(
        item="standards.elements",
        title="生效的数据元",
        title_en="Data elements in force",
        rule="生效的数据元，平台自带的与人提出、另一人批准的",
        rule_en="Data elements in force, shipped or drafted by one person and approved by another",
        page="/standards?kind=element",
        scope="standards.read",
        count=_elements,
    ),
    Evidence(
        item="standards.elements",
        title="批准的数据元修订",
        title_en="Revisions of data elements approved",
        rule="人提出的数据元修订中，由另一人批准的，后来废止的也计入",
        rule_en="Of revisions of data elements that people drafted those that another person approved",
        page="/standards?kind=element",
        scope="standards.read",
        count=_approved("element"),
    ),
)
