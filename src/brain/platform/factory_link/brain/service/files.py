"""Files that the brain keeps for gateways, by the SHA-256 of their content.

Any linked gateway may fetch them: what is for one factory only does not belong here.
"""

from pathlib import Path

from brain.kit.errors import NotFound
from brain.kit.node import Node
from brain.platform.factory_link.protocol.messages import PIECE


def place(node: Node, sha256: str) -> Path:
    """Where it is, or is to be put whole."""
    return node.folder / "link-files" / sha256


def piece(node: Node, sha256: str, offset: int) -> tuple[int, bytes]:
    """The file's size and the part from `offset` on, at most 1 MB. Raises NotFound."""
    try:
        with place(node, sha256).open("rb") as file:
            size = file.seek(0, 2)
            file.seek(offset)
            return size, file.read(PIECE)
    except FileNotFoundError as missing:
        raise NotFound("没有这个文件：可能已撤下") from missing
