"""Checkpoints of the chain in a file beside the database, out of reach of whoever can only change tables.

One JSON object a line, only ever appended, with an empty line before it, so that a torn line spoils no other.
What is cut off the end of the log, or recomputed as a whole, still disagrees with them.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.security.domain import Head

log = logger(__name__)


def _file(node: Node) -> Path:
    return node.folder / "audit" / "checkpoints.jsonl"


def known(node: Node) -> Mapping[int, str]:
    """The digest at each position that was ever noted; of two at one position the older counts."""
    found: dict[int, str] = {}
    path = _file(node)
    if path.is_file():
        for line in filter(None, path.read_text().splitlines()):
            try:
                noted = json.loads(line)
            except ValueError:  # torn by a crash while it was written
                log.warning("security.checkpoint_unreadable", line=line)
                continue
            found.setdefault(noted["position"], noted["digest"])
    return found


def note(node: Node, head: Head, at: str) -> None:
    """Nothing when the position is noted already."""
    if head.position == 0 or head.position in known(node):
        return
    path = _file(node)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    line = "\n" + json.dumps({"position": head.position, "digest": head.digest, "at": at}) + "\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())
