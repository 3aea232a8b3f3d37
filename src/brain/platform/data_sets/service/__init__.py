"""Building data sets, finding them, asking them."""

from pathlib import Path
from typing import Any

from brain.platform.data_sets.adapters.engine import Engine
from brain.platform.data_sets.adapters.lake import Lake

ENGINE_PATIENCE = 20.0  # seconds


def provided(engine: str | None, folder: Path) -> dict[type[Any], Any]:
    """What the node needs: the engine at a URL, if there is one, and the lake in a folder it reaches."""
    return {Engine: Engine(engine), Lake: Lake(folder)}


def require_engine(url: str) -> None:
    """Raises a Refusal when nobody answers at a Spark Connect endpoint, or does not compute."""
    Engine(url).ask("SELECT 1 AS one", {}, 1, ENGINE_PATIENCE)
