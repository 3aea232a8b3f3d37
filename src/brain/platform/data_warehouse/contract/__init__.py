"""What other rooms exchange with the data warehouse: records of five families, sources, facts, filters."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from brain.kit.events import Event


class Family(StrEnum):
    """The five families of enterprise information (annex 3, 3.3 b)."""

    BASIC = "basic"
    PATENT = "patent"
    TRADEMARK = "trademark"
    INVESTMENT = "investment"
    HONOUR = "honour"


@dataclass(frozen=True, kw_only=True)
class Enterprise:
    """基础工商信息. Amounts in whole units of their currency; the legal person is personal information."""

    credit_code: str
    name: str
    reg_number: str | None = None
    legal_person_name: str | None = None
    reg_capital: Decimal | None = None
    reg_capital_currency: str | None = None
    actual_capital: Decimal | None = None
    actual_capital_currency: str | None = None
    establish_date: date | None = None
    approved_date: date | None = None
    term_from: date | None = None
    term_to: date | None = None
    reg_status: str | None = None
    company_type: str | None = None
    reg_institute: str | None = None
    address: str | None = None
    region_code: str | None = None
    industry_code: str | None = None
    business_scope: str | None = None
    former_names: list[str] | None = None
    staff_range: str | None = None
    scale: str | None = None
    stock_code: str | None = None


@dataclass(frozen=True, kw_only=True)
class Patent:
    """专利; one record for each applicant. Inventors are personal information and not kept."""

    credit_code: str
    application_number: str
    title: str
    patent_type: str | None = None
    publication_number: str | None = None
    application_date: date | None = None
    grant_date: date | None = None
    patent_status: str | None = None
    ipc: str | None = None


@dataclass(frozen=True, kw_only=True)
class Trademark:
    """商标; one record for each class (Nice classification) of a registration."""

    credit_code: str
    registration_number: str
    nice_class: str
    name: str
    application_date: date | None = None
    registration_date: date | None = None
    valid_to: date | None = None
    trademark_status: str | None = None


@dataclass(frozen=True, kw_only=True)
class Investment:
    """对外投资: `ratio` is the share held, in per cent."""

    credit_code: str
    investee_name: str
    investee_credit_code: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    ratio: Decimal | None = None
    invested_on: date | None = None
    investee_status: str | None = None


@dataclass(frozen=True, kw_only=True)
class Honour:
    """荣誉, identified by enterprise, title and year."""

    credit_code: str
    title: str
    year: int
    grade: str | None = None
    issuer: str | None = None
    awarded_on: date | None = None
    valid_to: date | None = None
    document_number: str | None = None


Record: TypeAlias = Enterprise | Patent | Trademark | Investment | Honour
RECORDS: dict[Family, type[Record]] = {
    Family.BASIC: Enterprise,
    Family.PATENT: Patent,
    Family.TRADEMARK: Trademark,
    Family.INVESTMENT: Investment,
    Family.HONOUR: Honour,
}


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where facts come from: who provided what, and the day on which it was true."""

    provider: str
    title: str
    as_of: date
    sample: bool = False
    landing_digest: str | None = None


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a record as it stands comes from: one source, but for the attributes that another has stated."""

    source: Source
    attributes: dict[str, Source] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One value of one attribute, valid from a day to another (exclusive; None: still)."""

    attribute: str
    value: Any
    valid_from: date
    valid_to: date | None
    source: Source


@dataclass(frozen=True, kw_only=True)
class Change:
    """Something changed in one family of one enterprise; revisions only grow, in the order of commits."""

    revision: int
    credit_code: str
    family: Family


@dataclass(frozen=True, kw_only=True)
class NamedEnterprise:
    """What a name index needs to follow the master data."""

    revision: int
    credit_code: str
    name: str
    former_names: list[str] | None


@dataclass(frozen=True, kw_only=True)
class DescribedEnterprise:
    """What an enterprise says of itself, and the official industry code if there is one."""

    revision: int
    credit_code: str
    name: str
    business_scope: str | None
    industry_code: str | None


@dataclass(frozen=True, kw_only=True)
class Namesake:
    """An enterprise that bears a name; `former` if it no longer does."""

    credit_code: str
    name: str
    former: bool


@dataclass(frozen=True, kw_only=True)
class SharedName:
    """An enterprise whose normalised name an earlier record bears under another code."""

    credit_code: str
    name: str
    other: str


Trace = Literal["organisation_code", "reg_number", "name", "former_name"]


@dataclass(frozen=True, kw_only=True)
class LookAlikes:
    """Two records that share what one enterprise alone should bear."""

    one: Enterprise
    other: Enterprise
    traces: frozenset[Trace]


@dataclass(frozen=True, kw_only=True)
class NameLookup:
    """Enterprises found by a name, and how: only the surest way that finds any is reported."""

    how: Literal["exact", "normalised", "former"] | None
    enterprises: list[Enterprise]


@dataclass(frozen=True, kw_only=True)
class Filters:
    """`text` is a credit code or part of a name; regions and industries include all below them.

    Capital in yuan: other currencies are left out by a capital limit.
    """

    text: str | None = None
    region: str | None = None
    industry: str | None = None
    year_from: int | None = None
    year_to: int | None = None
    capital_from: Decimal | None = None
    capital_to: Decimal | None = None
    status: str | None = None


@dataclass(frozen=True, kw_only=True)
class Chain:
    """Enterprises of a chain: in any of the industries or with any of the keywords, in any of the regions.

    An empty part does not restrict; keywords are looked for in name and business scope.
    """

    industries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Revised:
    """A record with the revision at which it last changed: the cursor of a pull."""

    revision: int
    enterprise: Enterprise


@dataclass(frozen=True, kw_only=True)
class Merged:
    """What a merge did with the rows it was given; `last_revision` is None when nothing changed."""

    inserted: int
    changed: int
    unchanged: int
    first_revision: int
    last_revision: int | None


@dataclass(frozen=True, kw_only=True)
class RecordsChanged(Event):
    """A merge has changed records of a family: the revisions from `first_revision` on."""

    family: Family
    first_revision: int
    last_revision: int


@dataclass(frozen=True, kw_only=True)
class Totals:
    """How much of each family there is, and when it last changed."""

    counts: dict[Family, int] = field(default_factory=dict)
    changed_at: datetime | None = None
