"""Numbers that name somebody or something: identity, credit, card, telephone, plate, network, place.

Each test takes one tidy value. A check digit proves much, a bare shape little; what a shape cannot decide
alone the column decides (`scattered`) or its header (the tests called `…_as_written`).
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from ipaddress import ip_address, ip_interface
from itertools import pairwise
from typing import Final

from brain.kit.errors import Invalid
from brain.reference.credit_code import CreditCode
from brain.reference.region import GAZETTEER
from brain.reference.resident_id import ResidentId

_GAPS: Final = re.compile(r"[\s\-]")


def shape(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.ASCII | re.IGNORECASE)
    return lambda text: compiled.fullmatch(text) is not None


def resident_id(text: str) -> bool:
    try:
        return ResidentId(_GAPS.sub("", text)).check_digit_holds
    except Invalid:
        return False


_OLD_ID: Final = re.compile(r"[1-8]\d{5}(\d{6})\d{3}", re.ASCII)
_ID: Final = shape(r"[1-9]\d{5}(?:18|19|20)\d{2}[01]\d[0-3]\d{4}[\dX]")


def resident_id_as_written(text: str) -> bool:
    """Also with a mistaken digit, and the fifteen digits given until 1999."""
    digits = _GAPS.sub("", text)
    old = _OLD_ID.fullmatch(digits)
    if old is None:
        return _ID(digits)
    try:
        datetime.strptime(old.group(1), "%y%m%d")  # noqa: DTZ007 - only whether the day exists
    except ValueError:
        return False
    return GAZETTEER.nearest(digits[:6]) is not None


def credit_code(text: str) -> bool:
    try:
        return CreditCode(_GAPS.sub("", text)).check_digit_holds
    except Invalid:
        return False


credit_code_as_written: Final = shape(r"[1-9ANY][1-9ANY]\d{6}[0-9A-Z]{10}")

# Issuer prefixes and lengths by network: UnionPay and older domestic debit cards, Visa, Mastercard, JCB,
# American Express, Diners, Discover. Fifteen digits from 35 or 86 on are telephones' own (IMEI).
_CARD: Final = re.compile(
    r"62\d{14,17}|9558\d{12,15}|4\d{12}(?:\d{3}(?:\d{3})?)?|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|"
    r"7[01])\d{13}|35(?:2[89]|[3-8]\d)\d{12}"
    r"|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d)\d{12}",
    re.ASCII,
)


def bank_card(text: str) -> bool:
    """ISO/IEC 7812: issuer prefix, length, Luhn."""
    digits = _GAPS.sub("", text)
    return _CARD.fullmatch(digits) is not None and luhn_holds(digits) and not resident_id(digits)


def luhn_holds(digits: str) -> bool:
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


bank_account: Final = shape(r"\d(?:[ -]?\d){8,27}|[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?")

# Segments that the Ministry's numbering plan gives to mobile services, data cards and satellites left out.
mobile: Final = shape(
    r"(?:\(?\+?(?:00)?86\)?[- ]?)?1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])[- ]?\d{4}[- ]?\d{4}"
)

_AREA: Final = r"(?:10|2[0-57-9]|[3-9]\d{2})"
landline: Final = shape(
    rf"(?:(?:\+?86[- ]?)?\(?0?{_AREA}\)?[- ]|\(0{_AREA}\)|0{_AREA})[2-8]\d{{2,3}}[- ]?\d{{4}}"
    r"(?:\s?(?:[-转#,xX]|ext\.?)\s?\d{1,6})?|(?:400|800)[- ]\d{3,4}[- ]?\d{3,4}|400\d{7}"
)
local_telephone: Final = shape(r"[2-8]\d{2,3}[- ]?\d{4}(?:[-转]\d{1,6})?|1\d{10}|0\d{9,11}")

_EXTENSION: Final = r"(?:\s?(?:x|ext\.?|#)\s?\d{1,6})?"
_INTERNATIONAL: Final = shape(
    rf"(?:\+|00)(?!86)[1-9]\d{{0,2}}[\s.()-]*\d(?:[\s.()/-]{{0,2}}\d){{5,12}}{_EXTENSION}"
    rf"|(?:\+?1[\s.-]?)?(?:\([2-9]\d\d\)[\s.-]?|[2-9]\d\d[\s.-])\d{{3}}[\s.-]\d{{4}}{_EXTENSION}"
    rf"|\+\d{{1,3}}\s?\(0\)\s?\d(?:[\s-]?\d){{7,10}}|(?:\(0\d{{2,5}}\)\s?|0\d{{2,5}}\s)\d(?:\s?\d){{5,7}}"
)
foreign_telephone_as_written: Final = shape(rf"[+(]?\d(?:[\s.()/-]{{0,2}}\d){{6,14}}{_EXTENSION}")


def foreign_telephone(text: str) -> bool:
    """With a country code other than 86, or in the North American form with its marks."""
    return _INTERNATIONAL(text) and not landline(text)


email: Final = re.compile(r"[\w.+%'’-]{1,64}@[\w-]+(?:\.[\w-]+)+").fullmatch

_PLATE_AT: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
plate: Final = shape(
    rf"[{_PLATE_AT}][A-HJ-NP-Z][ ·.-]?(?:[A-HJ-NP-Z0-9]{{5,6}}|[A-HJ-NP-Z0-9]{{4}}[学警挂港澳])"
    r"|使\d{6}|粤Z[ ·.]?[A-Z0-9]{4}[港澳]"
)

passport: Final = shape(r"E[A-HJ-NP-Z]\d{7}|[EGDSP]\d{8}|[DSP]E\d{7}|[HMC]\d{8}(?:\d{2})?")
passport_as_written: Final = shape(r"(?=.*\d)[A-Z]{0,3}\d{5,9}[A-Z]?\d?")

_PORT: Final = re.compile(r"(?P<host>\d+\.\d+\.\d+\.\d+):\d{1,5}", re.ASCII)


def network_address(text: str) -> bool:
    """IPv4 or IPv6, alone, with a prefix length or with a port."""
    ported = _PORT.fullmatch(text)
    try:
        ip_interface(ported["host"] if ported else text)
    except ValueError:
        return False
    return "." in text or ":" in text


def beyond_versions(values: Sequence[str]) -> bool:
    """Versions of four parts look like addresses, but hardly ever count beyond 63."""
    addresses = [re.split("[/:]", text)[0] for text in values if "." in text]
    if len(addresses) < len(values):
        return True
    return sum(max(ip_address(text).packed) > 63 for text in addresses) > len(addresses) / 2


device_address: Final = shape(r"(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}|(?:[0-9A-F]{4}\.){2}[0-9A-F]{4}")
device_address_as_written: Final = shape(r"[0-9A-F]{12}")

_PAIR: Final = re.compile(r"[(\[]?(-?\d{1,3}\.\d{3,})\s*[,，;\s]\s*(-?\d{1,3}\.\d{3,})[)\]]?", re.ASCII)
_DEGREES: Final = re.compile(
    r"""[NSEW东西南北]?[经纬]?\s*\d{1,3}\s*[°度]\s*\d{1,2}(?:\.\d+)?\s*['′’分]
        (?:\s*\d{1,2}(?:\.\d+)?\s*(?:["″”秒]|''))?\s*[NSEW]?""",
    re.VERBOSE,
)


def coordinates(text: str) -> bool:
    """A pair in degrees, three decimals (about 100 m) or more, in either order; or degrees and minutes."""
    pair = _pair(text)
    if pair is None:
        parts = re.split(r"\s*[,，;]\s*", text)
        return all(_DEGREES.fullmatch(part.strip()) for part in parts)
    first, second = sorted(map(abs, pair))
    return first <= 90 and second <= 180


def _pair(text: str) -> tuple[float, float] | None:
    pair = _PAIR.fullmatch(text)
    return (float(pair[1]), float(pair[2])) if pair else None


def on_land(values: Sequence[str]) -> bool:
    """Measurements in pairs are not places: a place in China lies in its frame, one elsewhere may be south or
    west, and all have four decimals."""
    pairs = [pair for text in values if (pair := _pair(text))]
    in_china = [18 <= min(pair) <= 54 and 73 <= max(pair) <= 135 for pair in pairs]
    abroad = [min(pair) < 0 or max(pair) > 54 for pair in pairs]
    return sum(in_china) >= 0.9 * len(pairs) or (
        any(min(pair) < 0 for pair in pairs) and sum(abroad) >= 0.5 * len(pairs)
    )


degrees: Final = shape(r"-?(?:1[0-7]\d|\d{1,2})\.\d{3,}[°NSEW]?|180\.0+")


def scattered(values: Sequence[str]) -> bool:
    """Whether numbers are spread as those of many issuers are, not counted up as serial numbers are."""
    numbers = [int(digits) for text in values if (digits := re.sub(r"\D", "", text))]
    steps = [after - before for before, after in pairwise(numbers)]
    rising = sum(step > 0 for step in steps)
    in_order = len(steps) >= 4 and max(rising, len(steps) - rising) >= 0.9 * len(steps)
    heads = {str(number)[-11:-4] for number in numbers}
    return not in_order and (len(numbers) < 4 or len(heads) > 1)
