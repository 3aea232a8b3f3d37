"""The unified social credit code (GB 32100-2015): its shape, its parts and its check digit."""

import re
import unicodedata
from typing import Final, Self

from brain.kit.errors import Invalid

ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
SHAPE: Final = rf"[1-9A-HJ-NPQRTUWXY][1-9A-HJ-NPQRTUWXY]\d{{6}}[{ALPHABET}]{{10}}"

_VALUES: Final = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS: Final = tuple(pow(3, place, 31) for place in range(17))
_WELL_SHAPED: Final = re.compile(SHAPE, re.ASCII)

_DEPARTMENTS: Final = {
    "1": "机构编制",
    "2": "外交",
    "3": "司法行政",
    "4": "文化",
    "5": "民政",
    "6": "旅游",
    "7": "宗教",
    "8": "工会",
    "9": "市场监督管理",
    "A": "中央军委改革和编制办公室",
    "N": "农业",
    "Y": "其他",
}
_CATEGORIES: Final = {
    "11": "机关",
    "12": "事业单位",
    "13": "编办直接管理机构编制的群众团体",
    "21": "外国常驻新闻机构",
    "31": "律师执业机构",
    "32": "公证处",
    "33": "基层法律服务所",
    "34": "司法鉴定机构",
    "35": "仲裁委员会",
    "41": "外国在华文化中心",
    "51": "社会团体",
    "52": "民办非企业单位",
    "53": "基金会",
    "61": "外国旅游部门常驻代表机构",
    "62": "港澳台地区旅游部门常驻内地代表机构",
    "71": "宗教活动场所",
    "72": "宗教院校",
    "81": "基层工会",
    "91": "企业",
    "92": "个体工商户",
    "93": "农民专业合作社",
    "A1": "军队事业单位",
    "N1": "组级集体经济组织",
    "N2": "村级集体经济组织",
    "N3": "乡镇级集体经济组织",
    "Y1": "其他",
}


class CreditCode(str):
    """A well-shaped credit code in upper case; anything else is refused with `Invalid`.

    A wrong check digit is only a warning (`check_digit_holds`): registers hold such codes and they
    must still be found.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        if _WELL_SHAPED.fullmatch(text):
            return super().__new__(cls, text)
        tidy = unicodedata.normalize("NFKC", text).strip().upper()
        if not _WELL_SHAPED.fullmatch(tidy):
            raise Invalid(f"“{text}”不是统一社会信用代码：应为18位数字和大写字母，不含 I、O、S、V、Z")
        return super().__new__(cls, tidy)

    @property
    def department(self) -> str:
        """Registration department, or 未知 for a letter the standard does not assign."""
        return _DEPARTMENTS.get(self[0], "未知")

    @property
    def category(self) -> str:
        return _CATEGORIES.get(self[:2], "其他")

    @property
    def region(self) -> str:
        """Region of the registration authority (GB/T 2260, as of the registration)."""
        return self[2:8]

    @property
    def organisation(self) -> str:
        """The organisation code (GB 11714) inside, which survives a move to another authority."""
        return self[8:17]

    @property
    def check_digit_holds(self) -> bool:
        return check_digit(self[:17]) == self[17]


def check_digit(body: str) -> str:
    """The eighteenth character for the first seventeen."""
    total = sum(_VALUES[character] * weight for character, weight in zip(body, _WEIGHTS, strict=True))
    return ALPHABET[-total % 31]
