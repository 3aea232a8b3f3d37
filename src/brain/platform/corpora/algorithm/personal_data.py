"""Personal data in running text, replaced by placeholders that say what stood there.

A pattern proposes a span, the detector of governance decides on it as on a column of one value. What has a
check digit or a shape of its own is looked for everywhere; what has not (names, addresses, passports,
accounts without a valid digit) only behind a label that announces it. Names elsewhere stay: a statute or a
notice names officials and authors as public persons.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

# For each pair of a header and a value: the kind that governance sees, and whether a check digit proves it.
Recognise = Callable[[Sequence[str], Sequence[str]], Sequence[tuple[str, bool] | None]]


@dataclass(frozen=True)
class _Pattern:
    """Spans of group 1 that may be of `kinds`; `header` is what a column of them would be called; `proven`:
    nothing around them says what they are, so their check digit must."""

    kinds: frozenset[str]
    header: str
    spans: re.Pattern[str]
    proven: bool = False

    def means(self, found: tuple[str, bool] | None) -> bool:
        return found is not None and found[0] in self.kinds and (found[1] or not self.proven)


PLACEHOLDERS: Final = {
    "resident_id": "［身份证号］",
    "bank_card": "［银行账号］",
    "mobile": "［手机号］",
    "email": "［邮箱］",
    "plate": "［车牌号］",
    "passport": "［护照号］",
    "landline": "［电话］",
    "foreign_phone": "［电话］",
    "ip_address": "［IP 地址］",
    "mac_address": "［设备地址］",
    "person_name": "［姓名］",
    "address": "［地址］",
}
_LABEL_END: Final = r"(?:号码|号|名称|姓名|方式)?\s*(?:为|是|[:：])\s*"


def _pattern(kinds: str, header: str, spans: str, *, proven: bool = False) -> _Pattern:
    return _Pattern(frozenset(kinds.split()), header, re.compile(spans, re.ASCII | re.IGNORECASE), proven)


# In this order: of spans that overlap the first found is taken.
_PATTERNS: Final = (
    _pattern("email", "邮箱", r"(?<![\w.+%-])([\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+)"),
    _pattern(
        "resident_id",
        "身份证号",
        r"(?:身份证|身份号码|证件号)" + _LABEL_END + r"(\d{15}(?:\d{2}[\dX])?)(?![\dX])",
    ),
    _pattern(
        "resident_id",
        "身份证号",
        r"(?<![\dA-Z])([1-8]\d{5}(?:18|19|20)\d{2}[01]\d[0-3]\d{4}[\dX])(?![\dA-Z])",
        proven=True,
    ),
    _pattern(
        "bank_card", "银行账号", r"(?:账号|帐号|卡号|银行账户)" + _LABEL_END + r"(\d(?:[ -]?\d){11,22})(?!\d)"
    ),
    _pattern(
        "bank_card",
        "银行账号",
        r"(?<![\dA-Z.])(\d{4}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,4})?)(?![\dA-Z])",
        proven=True,
    ),
    _pattern(
        "mobile",
        "手机",
        r"(?<![\dA-Z.])((?:\(?\+?(?:00)?86\)?[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?![\dA-Z]|\.\d)",
    ),
    _pattern(
        "landline",
        "电话",
        r"(?<![\d.-])((?:\+?86[- ]?)?(?:\(0\d{2,3}\)|（0\d{2,3}）|0\d{2,3}[- —])[2-8]\d{2,3}[- ]?\d{4}"
        r"(?:[-转]\d{1,6})?|[48]00-\d{3,4}-\d{3,4})(?![\d-])",
    ),
    _pattern(
        "landline mobile",
        "电话",
        r"(?:电话|传真|热线)" + _LABEL_END + r"([2-8]\d{2,3}[- ]?\d{4}|0\d{9,11})(?!\d)",
    ),
    _pattern(
        "foreign_phone",
        "电话",
        r"(?<![\d.])(\+(?!86)[1-9]\d{0,2}[ .()-]{1,2}\d(?:[ .()-]{0,2}\d){5,12})(?!\d)",
    ),
    _pattern("passport", "护照", r"护照" + _LABEL_END + r"([A-Z]{1,2}\d{7,8})(?![\dA-Z])"),
    _pattern(
        "plate",
        "车牌",
        r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
        r"[A-HJ-NP-Z][ ·.-]?[A-HJ-NP-Z0-9]{5,6})(?![A-Z0-9])",
    ),
    _pattern("ip_address", "IP地址", r"(?<![\d.])((?:\d{1,3}\.){3}\d{1,3})(?![\d.])"),
    _pattern("mac_address", "物理地址", r"(?<![0-9A-F:-])((?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2})(?![0-9A-F:-])"),
    _pattern(
        "person_name",
        "联系人",
        r"(?:联系人|经办人|收件人|收货人|姓名|申请人|投诉人|举报人|户主)"
        r"\s*[:：]\s*([\u4e00-\u9fff·]{2,4})(?![\u4e00-\u9fff])",
    ),
    _pattern(
        "address",
        "地址",
        r"(?:家庭住址|现住址|户籍地址|住址|通讯地址|收货地址|联系地址)"
        r"\s*[:：]\s*((?:[^\s，。；,;|]| (?=[\d号])){6,60})",
    ),
)
_UNPROVEN_BY_ITSELF: Final = frozenset({"ip_address"})  # versions of four parts look the same


@dataclass(frozen=True, kw_only=True)
class _Span:
    start: int
    end: int
    kind: str


def hidden(text: str, recognise: Recognise) -> tuple[str, Counter[str]]:
    """The text with placeholders, and how many of each kind."""
    parts, counted, last = [], Counter[str](), 0
    for span in _spans(text, recognise):
        if span.start < last:
            continue
        parts += [text[last : span.start], PLACEHOLDERS[span.kind]]
        counted[span.kind] += 1
        last = span.end
    return "".join([*parts, text[last:]]), counted


def _spans(text: str, recognise: Recognise) -> list[_Span]:
    proposed = [
        (pattern, match, order)
        for order, pattern in enumerate(_PATTERNS)
        for match in pattern.spans.finditer(text)
    ]
    if not proposed:
        return []
    headers = [pattern.header for pattern, _, _ in proposed]
    found = recognise(headers, [match[1].replace("（", "(").replace("）", ")") for _, match, _ in proposed])
    spans = [
        (match.start(1), order, _Span(start=match.start(1), end=match.end(1), kind=told[0]))
        for (pattern, match, order), told in zip(proposed, found, strict=True)
        if told and pattern.means(told) and not (told[0] in _UNPROVEN_BY_ITSELF and _is_version(text, match))
    ]
    return [span for _, _, span in sorted(spans, key=lambda entry: entry[:2])]


def _is_version(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start(1) - 8) : match.start(1)].lower()
    return re.search(r"(?:v|版本|version|第|\d)[号为:：]? *$", before) is not None
