"""A data set by the two parts of its path."""

from typing import Annotated

from fastapi import Depends, Path

from brain.kit.datasets import Tier
from brain.platform.data_sets.contract import Name


def full_name(tier: Tier, name: Annotated[Name, Path()]) -> str:
    return f"{tier}.{name}"


FullName = Annotated[str, Depends(full_name)]
