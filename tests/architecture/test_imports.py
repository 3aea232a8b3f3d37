"""The import contracts of pyproject.toml hold, and each of them finds what it forbids."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        str(Path(sys.executable).with_name("lint-imports")),
        "--no-cache",
        f"--config={ROOT / 'pyproject.toml'}",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_every_import_contract_is_kept() -> None:
    kept = lint_imports(ROOT / "src")

    assert kept.returncode == 0, kept.stdout


@pytest.mark.parametrize(
    ("path", "line", "contract"),
    [
        ("kit/clock.py", "import brain.reference.money", "The floors of the house"),
        (
            "platform/identity/queries.py",
            "import brain.platform.portal.queries",
            "The rooms of the platform, upper to lower",
        ),
        (
            "scenarios/another/__init__.py",
            "import brain.scenarios.industry_graph.manifest",
            "Scenarios do not know each other",
        ),
        (
            "platform/identity/domain.py",
            "import sqlalchemy",
            "Rules and field terms are free of database, HTTP and framework",
        ),
        (
            "platform/exchange/server/domain/calls.py",
            "import brain.kit.db",
            "Rules and field terms are free of database, HTTP and framework",
        ),
        (
            "platform/governance/queries.py",
            "import brain.platform.governance.routes",
            "Nothing goes round in a circle",
        ),
    ],
)
def test_a_forbidden_import_breaks_its_contract(tmp_path: Path, path: str, line: str, contract: str) -> None:
    ignored = shutil.ignore_patterns("webdist", "__pycache__")
    house = shutil.copytree(ROOT / "src" / "brain", tmp_path / "brain", ignore=ignored)
    changed = house / path
    changed.parent.mkdir(exist_ok=True)
    changed.write_text((changed.read_text() if changed.is_file() else "") + f"\n{line}\n")

    found = lint_imports(tmp_path)

    assert found.returncode == 1
    assert f"{contract} BROKEN" in found.stdout
