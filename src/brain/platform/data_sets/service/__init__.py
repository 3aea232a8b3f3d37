"""Building data sets, finding them, asking them."""

from pathlib import Path
from typing import Any

from brain.platform.data_sets.adapters.engine import Engine
from brain.platform.data_sets.adapters.lake import Lake


def provided(engine: str | None, folder: Path) -> dict[type[Any], Any]:
    """What the node needs: the engine at a URL, if there is one, and the lake in a folder it reaches."""
    return {Engine: Engine(engine), Lake: Lake(folder)}
