"""Written names before and after matching: the text compared, the region named, the parts that agree."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from brain.platform.governance.contract import Part, PartAgreement, Verdict
from brain.reference.enterprise_name import NameParts, name_key, split
from brain.reference.region import GAZETTEER, RegionCode

_ASIDE = re.compile(r"[(\[{【〔〈《](?P<inside>[^()\[\]{}【】〔〕〈〉《》]{2,9})[)\]}】〕〉》]")
_SIMILAR = 0.5
_REGISTERED_ABOVE = 0.8


def matching_text(name: str) -> str:
    """The key of a name with regions in brackets moved to the front.

    德州仪器(上海)有限公司, 德州仪器有限公司（上海） and 上海德州仪器有限公司 give one text.
    """
    regions: list[str] = []

    def take(aside: re.Match[str]) -> str:
        if aside["inside"] not in _region_names():
            return aside[0]
        regions.append(aside["inside"])
        return ""

    rest = _ASIDE.sub(take, unicodedata.normalize("NFKC", name))
    return "".join(regions) + name_key(rest)


@lru_cache(maxsize=1)
def _region_names() -> frozenset[str]:
    return GAZETTEER.names()


@dataclass(frozen=True, kw_only=True)
class WrittenName:
    """A name to match: its text, the same without the region in front, and the region if it is known."""

    text: str
    core: str
    region: RegionCode | None

    @classmethod
    def read(cls, name: str, region: str | None) -> "WrittenName":
        """`region` is what the writer told beside the name; a region in the name itself goes before it."""
        text = matching_text(name)
        words = split(text).region
        named = GAZETTEER.from_address(words)
        told = RegionCode(region) if region else None
        return cls(text=text, core=text[len(words) :], region=named.code if named else told)

    def region_credit(self, credit_code: str) -> float:
        """How surely an enterprise lies in the region: 1 registered inside, less by an authority above it."""
        return _region_credit(self.region, credit_code[2:8])


@lru_cache(maxsize=4096)
def _region_credit(region: RegionCode | None, registered: str) -> float:
    if region is None:
        return 0.0
    if registered.startswith(region.prefix):
        return 1.0
    above = (region[:2] + "0000", region[:4] + "00")
    return _REGISTERED_ABOVE if registered in above else 0.0


def agreements(written: WrittenName, registered_name: str, credit_code: str) -> tuple[PartAgreement, ...]:
    """Part by part; parts that neither name has are not mentioned."""
    ours, theirs = split(written.text), split(matching_text(registered_name))
    pairs = [(part, _part(ours, part), _part(theirs, part)) for part in Part]
    return tuple(
        PartAgreement(
            part=part,
            written=mine,
            registered=registered,
            verdict=(
                Verdict.SAME
                if part is Part.REGION and mine and written.region_credit(credit_code) == 1
                else _verdict(mine, registered)
            ),
        )
        for part, mine, registered in pairs
        if mine or registered
    )


def _part(parts: NameParts, part: Part) -> str:
    return str(getattr(parts, part.value))


def _verdict(written: str, registered: str) -> Verdict:
    if written == registered:
        return Verdict.SAME
    if not written:
        return Verdict.LEFT_OUT
    if not registered:
        return Verdict.ADDED
    likeness = SequenceMatcher(None, written, registered, autojunk=False).ratio()
    return Verdict.SIMILAR if likeness >= _SIMILAR else Verdict.DIFFERENT
