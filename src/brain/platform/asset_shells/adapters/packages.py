"""AASX packages (IDTA-01005): an environment of shells in an Open Packaging container (ECMA-376-2).

The parts are written as the SDK's own writer does; it would hold every object of a plant at once."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from basyx.aas.adapter.aasx import RELATIONSHIP_TYPE_AAS_SPEC, RELATIONSHIP_TYPE_AASX_ORIGIN
from pyecma376_2 import (
    DEFAULT_CORE_PROPERTIES_NAME,
    RELATIONSHIP_TYPE_CORE_PROPERTIES,
    OPCCoreProperties,
    OPCRelationship,
    OPCTargetMode,
    ZipPackageWriter,
)

_ORIGIN: Final = "/aasx/aasx-origin"
_ENVIRONMENT: Final = "/aasx/data.json"


def package(environment: bytes) -> bytes:
    file = BytesIO()
    properties = OPCCoreProperties()  # type: ignore[no-untyped-call]
    properties.creator = "industry-brain"
    properties.created = datetime.now(UTC)
    with ZipPackageWriter(file) as writer:
        with writer.open_part(_ORIGIN, "text/plain") as part:
            part.write(b"Intentionally empty.")
        with writer.open_part(_ENVIRONMENT, "application/json") as part:
            part.write(environment)
        with writer.open_part(
            DEFAULT_CORE_PROPERTIES_NAME, "application/vnd.openxmlformats-package.core-properties+xml"
        ) as part:
            properties.write_xml(part)
        writer.write_relationships([_to(RELATIONSHIP_TYPE_AAS_SPEC, _ENVIRONMENT)], _ORIGIN)
        writer.write_relationships(
            [
                _to(RELATIONSHIP_TYPE_AASX_ORIGIN, _ORIGIN, "r1"),
                _to(RELATIONSHIP_TYPE_CORE_PROPERTIES, DEFAULT_CORE_PROPERTIES_NAME, "r2"),
            ]
        )
    return file.getvalue()


def _to(kind: str, target: str, name: str = "r0") -> OPCRelationship:
    return OPCRelationship(name, kind, target, OPCTargetMode.INTERNAL)
