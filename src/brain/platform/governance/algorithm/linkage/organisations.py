"""Names of organisations for whole columns: the text compared, the same without its region, the region."""

from functools import lru_cache

import polars as pl

from brain.platform.governance.domain.names import matching_text
from brain.reference.enterprise_name import name_keys
from brain.reference.region import GAZETTEER

_BRACKETS = r"[(\[{【〔〈《（]"


def read(names: pl.Series) -> pl.DataFrame:
    """`text` as `names.matching_text` gives it, `core` without the region in front, `region` as a code.

    The column-wise twin of `names.WrittenName.read`; null stays null.
    """
    text = name_keys(names)
    odd = names.str.contains(_BRACKETS).fill_null(value=False).arg_true()
    text = text.scatter(odd, [matching_text(name) for name in names.gather(odd)])
    words = text.str.extract(_regions(), 1)
    core = text.str.slice(words.str.len_chars())
    is_core = (core.str.len_chars() >= 2).fill_null(value=False)
    return pl.DataFrame({"text": text, "core": core.zip_with(is_core, text), "region": region_codes(words)})


def region_codes(words: pl.Series) -> pl.Series:
    """Six digits for 山东东营 or 山东省东营市广饶县; null where no region is told."""
    distinct = words.drop_nulls().unique().to_list()
    found = {word: GAZETTEER.from_address(word) for word in distinct if word}
    codes = {word: str(region.code) for word, region in found.items() if region}
    return words.replace_strict(codes, default=None, return_dtype=pl.String)


def deepest(named: pl.Series, told: pl.Series) -> pl.Series:
    """The region told beside a name, or that in the name if it lies inside: 广饶 in it, 山东 beside it."""
    frame = pl.DataFrame({"named": named, "told": told})
    width = pl.col("told").str.strip_suffix("00").str.strip_suffix("00").str.len_chars()
    is_inside = pl.col("named").str.head(width) == pl.col("told").str.head(width)
    return frame.select(pl.when(is_inside).then("named").otherwise(pl.coalesce("told", "named"))).to_series()


@lru_cache(maxsize=1)
def _regions() -> str:
    longest_first = sorted(GAZETTEER.names() | {"中国"}, key=lambda name: (-len(name), name))
    return f"^((?:{'|'.join(longest_first)}){{0,3}})"
