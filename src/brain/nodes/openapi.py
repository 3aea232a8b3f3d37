"""Writes the OpenAPI document of each kind of node: the portal's types are generated from them."""

import json
import tempfile
from pathlib import Path

from brain.kit.node_kind import NodeKind
from brain.nodes.assembly import make_app, make_node
from brain.nodes.kinds import KINDS, assembly_of
from brain.nodes.settings import DatabaseSettings, HttpSettings, NodeSettings, Settings


def document(kind: NodeKind) -> str:
    """The document as text; nothing is connected to."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            node=NodeSettings(kind=kind, name=kind, title=kind, title_en=kind),
            folder=Path(folder),
            database=DatabaseSettings(dsn="", sandbox_dsn=""),
            http=HttpSettings(port=1),
        )
        assembly = assembly_of(kind)
        app = make_app(settings, assembly, make_node(settings, assembly))
        return json.dumps(app.openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / f"{kind}.json").write_text(document(kind))
