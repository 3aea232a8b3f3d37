"""Questions with answers, and preferences between answers, as people gave them: never invented."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Pair:
    """`rejected` is None for a question with its answer; with it the pair is a preference."""

    prompt: str
    chosen: str
    rejected: str | None = None
    source: str = ""


def problem(pair: Pair) -> str | None:
    """What is wrong with a pair, in words."""
    if not pair.prompt.strip() or not pair.chosen.strip():
        return "问题和答案都不能为空"
    if pair.rejected is not None and pair.rejected.strip() == pair.chosen.strip():
        return "采纳与不采纳的答案相同"
    return None
