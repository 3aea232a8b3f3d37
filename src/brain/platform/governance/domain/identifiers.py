"""What a column holds, told from its values and its header: identifiers, and what they say about whom.

A value is tested by shape and, where there is one, by check digit; a column is called by the kind that most
of its values are of. The header decides only between shapes that prove little. Proposed levels are those
of general data (GB/T 43697-2024, annex H, 1–4); people decide.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

from brain.kit.errors import Invalid
from brain.platform.governance.contract import ColumnFinding, IdentifierKind
from brain.reference.credit_code import CreditCode
from brain.reference.enterprise_name import split
from brain.reference.region import GAZETTEER
from brain.reference.resident_id import ResidentId

PROVEN, SHOWN, HINTED = 0.6, 0.8, 0.3  # least share of values: with a check digit, by shape, with the header
LEAST_VALUES = 3
FIRST_VALUES = 50  # a kind that none of these is of is not looked for further, unless the header names it


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of identifier. `level` is proposed for it; a `proven` one has a check digit."""

    name: IdentifierKind
    level: int
    holds: Callable[[str], bool]
    header: re.Pattern[str]
    proven: bool = False
    needs_header: bool = False


def _words(words: str) -> re.Pattern[str]:
    return re.compile("|".join(words.split()), re.IGNORECASE)


def _shape(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.ASCII | re.IGNORECASE)
    return lambda text: compiled.fullmatch(text) is not None


def _resident_id(text: str) -> bool:
    try:
        return ResidentId(text).check_digit_holds
    except Invalid:
        return False


def _credit_code(text: str) -> bool:
    try:
        return CreditCode(text).check_digit_holds
    except Invalid:
        return False


_CARD: Final = re.compile(r"(?:62|4|5[1-5]|35|3[47]|9[0-9])\d{12,17}", re.ASCII)


def _bank_card(text: str) -> bool:
    """ISO/IEC 7812: issuer prefix, 15 to 19 digits, Luhn."""
    digits = text.replace(" ", "").replace("-", "")
    if not _CARD.fullmatch(digits) or not 15 <= len(digits) <= 19 or _resident_id(text):
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _ip_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


_PAIR: Final = re.compile(r"\(?(-?\d{1,3}\.\d{3,})\s*[,，;\s]\s*(-?\d{1,3}\.\d{3,})\)?", re.ASCII)


def _coordinates(text: str) -> bool:
    """A pair in degrees, three decimals (about 100 m) or more, in either order."""
    pair = _PAIR.fullmatch(text)
    if pair is None:
        return False
    first, second = sorted(abs(float(each)) for each in pair.groups())
    return first <= 90 and second <= 180


_STREET: Final = re.compile(r"路|街|大道|巷|弄|胡同|号|村|镇|乡|小区|园区|开发区|单元|室")


def _address(text: str) -> bool:
    return len(text) >= 6 and bool(_STREET.search(text)) and GAZETTEER.from_address(text) is not None


def _organisation(text: str) -> bool:
    return len(text) >= 4 and bool(split(text).form)


# The surnames most held in China, and the double ones (公安部户政管理研究中心, yearly reports of names).
_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
    "汤康易乔赖文樊兰葛洪安殷鲁翟章倪庞邢俞季柳辛单岳齐沿梅庄涂焦左柴祝管凌霍牛毕温耿关纪聂童甘车欧游尤"
)
_DOUBLE: Final = re.compile("欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木")
_HAN: Final = re.compile(r"[\u4e00-\u9fff·]{2,4}")


def _person_name(text: str) -> bool:
    return (
        bool(_HAN.fullmatch(text))
        and (text[0] in _SURNAMES or _DOUBLE.match(text) is not None)
        and not _organisation(text)
    )


_PLATE_AT: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"

# In this order: of several kinds that hold for as many values, the first is meant.
KINDS: Final = (
    Kind(
        name="resident_id",
        level=3,
        holds=_resident_id,
        header=_words("身份证 身份号码 证件号 id_?card id_?no idnumber"),
        proven=True,
    ),
    Kind(
        name="credit_code",
        level=1,
        holds=_credit_code,
        header=_words("信用代码 uscc credit_?code"),
        proven=True,
    ),
    Kind(
        name="bank_card",
        level=3,
        holds=_bank_card,
        header=_words("银行卡 卡号 账号 bank card account"),
        proven=True,
    ),
    Kind(
        name="mobile",
        level=2,
        holds=_shape(r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"),
        header=_words("手机 移动电话 电话 联系方式 mobile phone tel"),
    ),
    Kind(
        name="email",
        level=2,
        holds=_shape(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
        header=_words("邮箱 邮件 mail"),
    ),
    Kind(
        name="plate",
        level=2,
        holds=_shape(
            rf"[{_PLATE_AT}][A-HJ-NP-Z][ ·]?(?:[A-HJ-NP-Z0-9]{{5,6}}|[A-HJ-NP-Z0-9]{{4}}[学警挂港澳])"
        ),
        header=_words("车牌 号牌 plate"),
    ),
    Kind(
        name="passport",
        level=3,
        holds=_shape(r"E[A-HJ-NP-Z]\d{7}|[EGDSP]\d{8}|[DSP]E\d{7}"),
        header=_words("护照 passport"),
        needs_header=True,
    ),
    Kind(
        name="landline",
        level=1,
        holds=_shape(r"(?:\(?0\d{2,3}\)?[- ]?)[2-8]\d{6,7}(?:[-转]\d{1,6})?|[48]00[- ]?\d{3,4}[- ]?\d{3,4}"),
        header=_words("电话 座机 传真 热线 tel phone fax"),
    ),
    Kind(name="ip_address", level=2, holds=_ip_address, header=_words(r"\bip\b ip_ _ip ip地址")),
    Kind(
        name="mac_address",
        level=2,
        holds=_shape(r"(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}"),
        header=_words("mac 物理地址"),
    ),
    Kind(
        name="coordinates",
        level=2,
        holds=_coordinates,
        header=_words("坐标 经纬度 位置 coord location lnglat"),
    ),
    Kind(
        name="organisation",
        level=1,
        holds=_organisation,
        header=_words("企业 公司 单位 机构 名称 company org"),
    ),
    Kind(name="address", level=2, holds=_address, header=_words("地址 住所 住址 位置 address")),
    Kind(
        name="person_name",
        level=2,
        holds=_person_name,
        header=_words("姓名 法人 法定代表人 负责人 联系人 经办人 person contact name"),
        needs_header=True,
    ),
)

_MASKED: Final = re.compile(r"[^*]*\*{2,}[^*]*")


def identify(header: str, values: Iterable[str | None]) -> ColumnFinding | None:
    """What a column most likely holds; None where nothing that is known here."""
    texts = [unicodedata.normalize("NFKC", value).strip() for value in values if value and value.strip()]
    plain = [text for text in texts if not _MASKED.fullmatch(text)]
    masked = len(texts) - len(plain)
    best: ColumnFinding | None = None
    for kind in KINDS:
        finding = _finding(kind, header, plain, masked)
        if finding and (best is None or finding.matched > best.matched):
            best = finding
    return best


def _finding(kind: Kind, header: str, plain: Sequence[str], masked: int) -> ColumnFinding | None:
    named = kind.header.search(header) is not None
    if not named and (kind.needs_header or not any(map(kind.holds, plain[:FIRST_VALUES]))):
        return None
    matched = sum(map(kind.holds, plain))
    total = len(plain) + masked
    hidden = masked if named else 0
    least = HINTED if named else PROVEN if kind.proven else SHOWN
    enough = matched >= LEAST_VALUES or named
    if not total or matched + hidden == 0 or not enough or (matched + hidden) / total < least:
        return None
    return ColumnFinding(
        kind=kind.name,
        level=kind.level,
        values=total,
        matched=matched,
        masked=hidden,
        by_header=named,
        proven=kind.proven and matched > 0,
    )
