"""How values are written: `an18`, `n6`, `n..20,4`, `c..200`, `d8`, `dt14`, `bl` (GB/T 19488.1-2004, 附录).

`a` letters, `n` digits, `an` both, `c` any characters (ours: the standard counts a Chinese one as two of
`an`); a number is the exact length, `..` in front of it the longest; `d8` a day, `dt14` an instant, `bl` a
truth value.
"""

import re
from dataclasses import dataclass
from typing import Final

from brain.kit.datasets import Type
from brain.kit.errors import Invalid
from brain.platform.standards.contract import ValueRule

_SHAPE: Final = re.compile(r"(?P<of>an|a|n|c)(?P<up_to>\.\.)?(?P<size>\d{1,4})?(?:,(?P<decimals>\d{1,2}))?")
_WHOLE: Final = {"d8": Type.DATE, "dt14": Type.TIME, "bl": Type.BOOLEAN}
_CHARACTERS: Final[dict[str, str | None]] = {
    "a": "^[A-Za-z]*$",
    "n": "^[0-9]*$",
    "an": "^[0-9A-Za-z]*$",
    "c": None,
}


@dataclass(frozen=True)
class Format:
    """`of` one of a, n, an, c, or one of d8, dt14, bl as a whole; without `size` of any length."""

    of: str
    size: int | None = None
    exact: bool = True
    decimals: int = 0

    @property
    def types(self) -> frozenset[Type]:
        """The types of column that can hold it."""
        if self.of in _WHOLE:
            return frozenset({_WHOLE[self.of]})
        if self.of != "n":
            return frozenset({Type.TEXT})
        if self.exact:  # digits in fixed places are a code, not a quantity
            return frozenset({Type.TEXT, Type.INTEGER})
        return frozenset({Type.DECIMAL, Type.NUMBER} if self.decimals else {Type.INTEGER}) | {Type.INTEGER}

    def rule(self, codes: frozenset[str] | None) -> ValueRule:
        """What its values keep to; `codes` those that there are, where a code table says."""
        if self.of in _WHOLE:
            return ValueRule(codes=codes)
        if self.of == "n" and not self.exact:
            bound = None if self.size is None else int(10 ** (self.size - self.decimals))
            return ValueRule(bound=bound, codes=codes)
        least = self.size if self.exact and self.size else 1
        return ValueRule(characters=_CHARACTERS[self.of], least=least, most=self.size, codes=codes)


def read(text: str) -> Format:
    """Raises Invalid, saying what formats there are."""
    if text in _WHOLE:
        return Format(text)
    found = _SHAPE.fullmatch(text)
    if found is None or (found["decimals"] and found["of"] != "n"):
        raise Invalid(f"“{text}”不是表示格式：应如 an18、n6、n..20,4、c..200、d8、dt14、bl")
    size = int(found["size"]) if found["size"] else None
    decimals = int(found["decimals"] or 0)
    if size is not None and (size == 0 or size <= decimals):
        raise Invalid(f"“{text}”的长度应大于小数位数")
    if size is None and not found["up_to"]:
        raise Invalid(f"“{text}”缺少长度；不限长度写作“{found['of']}..”")
    return Format(found["of"], size, exact=not found["up_to"], decimals=decimals)
