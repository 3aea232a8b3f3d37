"""Packages of the gateway as its publisher makes them, of this tree and of releases to come."""

import zipfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from brain.kit.clock import now
from brain.nodes import migrations
from brain.platform.gateway_upgrade.protocol.packages import Told, pack

WHEELS = Path(__file__).parents[1] / ".tools" / "gateway-wheels"  # of `make gateway-wheels`

MIGRATION = '''"""Of a release to come."""

from alembic import op

revision = "{revision}"
down_revision = "{before}"
branch_labels = depends_on = None


def upgrade() -> None:
    op.execute("CREATE TABLE {revision} (id integer)")


def downgrade() -> None:
    op.execute("DROP TABLE {revision}")
'''


def migration(revision: str, before: str | None = None) -> dict[str, bytes]:
    """A file of a release that makes a table of this name."""
    text = MIGRATION.format(revision=revision, before=before or migrations.newest_revision())
    return {f"brain/migrations/versions/{revision}.py": text.encode()}


def package(
    key: Ed25519PrivateKey, to: Path, version: str | None = None, changed: dict[str, bytes] | None = None
) -> Path:
    """With all wheels of a gateway; ours as `version`, with files `changed`."""
    (ours,) = WHEELS.glob("industry_brain-*.whl")
    if version is not None:
        ours = as_version(ours, version, changed or {}, to.parent)
    others = [each for each in WHEELS.glob("*.whl") if not each.name.startswith("industry_brain-")]
    told = Told(requires="0.1.0", notes=f"第 {version or '一'} 版", issued_at=now())
    pack([ours, *others], told, key, to)
    return to


def as_version(wheel: Path, version: str, changed: dict[str, bytes], folder: Path) -> Path:
    """The same wheel under another version."""
    was = wheel.name.split("-")[1]
    to = folder / wheel.name.replace(f"-{was}-", f"-{version}-")
    here, there = f"industry_brain-{was}.dist-info/", f"industry_brain-{version}.dist-info/"
    with zipfile.ZipFile(wheel) as held, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as made:
        names = {each.replace(here, there): held.read(each) for each in held.namelist()} | changed
        metadata = names[f"{there}METADATA"].replace(
            f"Version: {was}\n".encode(), f"Version: {version}\n".encode()
        )
        names[f"{there}METADATA"] = metadata
        names[f"{there}RECORD"] = "".join(f"{each},,\n" for each in names).encode()
        for name, content in names.items():
            made.writestr(name, content)
    return to
