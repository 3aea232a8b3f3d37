"""What an enterprise may have put right, how what it writes is read, and what it may bring as evidence."""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final, Literal

from brain.kit.clock import today
from brain.kit.errors import Conflict, FieldError, Invalid
from brain.reference.industry import IndustryCode
from brain.reference.region import GAZETTEER

LARGEST_FILE: Final = 150_000  # bytes: in base64 it fits into a letter with the words around it
_MOST_CAPITAL: Final = Decimal(10) ** 14


class CorrectionState(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"

    def require_waiting(self) -> None:
        if self is not CorrectionState.WAITING:
            raise Conflict("这项更正已经处理过了")


Outcome = Literal["accepted", "refused"]


@dataclass(frozen=True, kw_only=True)
class Correctable:
    """`read` makes of what was written the values of attributes that it states."""

    title: str
    title_en: str
    hint: str
    read: Callable[[str], Mapping[str, Any]]


def _wrong(message: str) -> Invalid:
    field: FieldError = {"loc": "/value", "message": message}
    return Invalid(message, [field])


def _words(attribute: str, longest: int) -> Callable[[str], Mapping[str, Any]]:
    def read(text: str) -> Mapping[str, Any]:
        tidy = " ".join(text.split())
        if not tidy or len(tidy) > longest or not tidy.isprintable():
            raise _wrong(f"请填 1 到 {longest} 个字")
        return {attribute: tidy}

    return read


def _money(attribute: str) -> Callable[[str], Mapping[str, Any]]:
    def read(text: str) -> Mapping[str, Any]:
        try:
            amount = Decimal(text.strip().replace(",", "").replace("，", ""))
        except InvalidOperation:
            raise _wrong("请填以元为单位的数字，如 50000000") from None
        if not amount.is_finite() or not 0 < amount <= _MOST_CAPITAL:
            raise _wrong("请填大于 0 的数字，以元为单位")
        return {attribute: amount.quantize(Decimal("0.01")), f"{attribute}_currency": "CNY"}

    return read


def _day(attribute: str) -> Callable[[str], Mapping[str, Any]]:
    def read(text: str) -> Mapping[str, Any]:
        try:
            found = date.fromisoformat(text.strip())
        except ValueError:
            raise _wrong("请填日期，如 2019-05-20") from None
        if not date(1900, 1, 1) <= found <= today():
            raise _wrong("日期应在 1900 年以来、今天以前")
        return {attribute: found}

    return read


def _region(text: str) -> Mapping[str, Any]:
    return {"region_code": str(GAZETTEER.resolve(text).code)}


def _industry(text: str) -> Mapping[str, Any]:
    return {"industry_code": str(IndustryCode(text))}


def _stock(text: str) -> Mapping[str, Any]:
    tidy = text.strip().upper()
    if not re.fullmatch(r"[0-9A-Z.]{4,12}", tidy, re.ASCII):
        raise _wrong("请填股票代码，如 600000.SH")
    return {"stock_code": tidy}


CORRECTABLE: Final[Mapping[str, Correctable]] = {
    "name": Correctable(title="企业名称", title_en="Name", hint="与营业执照一致", read=_words("name", 120)),
    "address": Correctable(
        title="住所", title_en="Address", hint="与营业执照一致", read=_words("address", 300)
    ),
    "region_code": Correctable(
        title="行政区划代码", title_en="Region (GB/T 2260)", hint="6 位数字", read=_region
    ),
    "industry_code": Correctable(
        title="行业代码", title_en="Industry (GB/T 4754)", hint="如 C2911", read=_industry
    ),
    "business_scope": Correctable(
        title="经营范围",
        title_en="Business scope",
        hint="与营业执照一致",
        read=_words("business_scope", 4000),
    ),
    "reg_capital": Correctable(
        title="注册资本", title_en="Registered capital", hint="人民币元", read=_money("reg_capital")
    ),
    "actual_capital": Correctable(
        title="实缴资本", title_en="Paid-in capital", hint="人民币元", read=_money("actual_capital")
    ),
    "establish_date": Correctable(
        title="成立日期", title_en="Established on", hint="如 2019-05-20", read=_day("establish_date")
    ),
    "company_type": Correctable(
        title="企业类型", title_en="Type of company", hint="与营业执照一致", read=_words("company_type", 60)
    ),
    "reg_institute": Correctable(
        title="登记机关", title_en="Registration authority", hint="", read=_words("reg_institute", 60)
    ),
    "staff_range": Correctable(
        title="人员规模", title_en="Staff", hint="如 100-499人", read=_words("staff_range", 40)
    ),
    "scale": Correctable(
        title="企业规模", title_en="Size class", hint="大型、中型、小型、微型", read=_words("scale", 20)
    ),
    "stock_code": Correctable(title="股票代码", title_en="Stock code", hint="如 600000.SH", read=_stock),
}


SHOWN: Final[Mapping[str, tuple[str, str]]] = {
    **{name: (each.title, each.title_en) for name, each in CORRECTABLE.items()},
    "reg_number": ("注册号", "Registration number"),
    "reg_capital_currency": ("注册资本币种", "Currency of the registered capital"),
    "actual_capital_currency": ("实缴资本币种", "Currency of the paid-in capital"),
    "approved_date": ("核准日期", "Approved on"),
    "term_from": ("营业期限自", "Term from"),
    "term_to": ("营业期限至", "Term to"),
    "reg_status": ("登记状态", "Status"),
    "former_names": ("曾用名", "Former names"),
}


def stated(attribute: str, value: str) -> Mapping[str, Any]:
    """Values by attribute. Raises Invalid for what cannot be corrected or read, NotFound for a region that is
    not known."""
    if attribute not in CORRECTABLE:
        raise Invalid("这一项不能更正", [{"loc": "/attribute", "message": "不在可更正的项目中"}])
    return CORRECTABLE[attribute].read(value)


KINDS: Final = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@dataclass(frozen=True)
class EvidenceFile:
    name: str
    content_type: str
    content: bytes


def evidence_file(name: str, text: str) -> EvidenceFile:
    """By what it holds, not by its name. Raises Invalid for what is not base64, too large or another kind."""
    try:
        content = b64decode(text, validate=True)
    except (NotBase64, ValueError):
        raise Invalid("附件没有传完整", [{"loc": "/file/content", "message": "不是 base64"}]) from None
    if len(content) > LARGEST_FILE:
        raise Invalid(f"附件不能大于 {LARGEST_FILE // 1000} KB", [{"loc": "/file", "message": "太大"}])
    kind = next((kind for start, kind in KINDS.items() if content.startswith(start)), None)
    if kind is None:
        raise Invalid("附件只收 PDF、PNG 和 JPEG", [{"loc": "/file", "message": "不是这几种文件"}])
    return EvidenceFile(name, kind, content)
