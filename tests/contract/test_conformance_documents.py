"""What the conformance documents name exists: code and tests."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = [
    line
    for document in sorted((ROOT / "docs" / "conformance").glob("*.md"))
    for line in document.read_text().splitlines()
    if line.startswith("| ")
]
NAMES = sorted({name for row in ROWS for name in re.findall(r"`([^`\s]+/[^`\s]+)`", row)})
CODE = [name for name in NAMES if "::" not in name and not name.startswith("/")]
TESTS = [name for name in NAMES if "::" in name]


@pytest.mark.parametrize("path", CODE)
def test_the_code_that_a_requirement_names_exists(path: str) -> None:
    assert (ROOT / path).is_file()


@pytest.mark.parametrize("name", TESTS)
def test_the_test_that_a_requirement_names_exists(name: str) -> None:
    path, _, function = name.partition("::")

    assert re.search(rf"^(async )?def {function}\(", (ROOT / path).read_text(), re.MULTILINE)


def test_the_documents_name_enough_to_be_checked() -> None:
    assert len(CODE) > 60
    assert len(TESTS) > 60
