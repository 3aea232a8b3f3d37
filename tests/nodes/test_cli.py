"""The command line, where it is told nonsense: a sentence, and nothing made."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from brain.cli import app


@pytest.mark.parametrize(
    "words",
    [
        ["import", "enterprises", "{file}", "--source", "甲", "--as-of", "2026-01-01"],
        ["source", "{file}"],
    ],
    ids=lambda words: words[0],
)
def test_a_folder_without_nodes_is_said_so_and_left_alone(tmp_path: Path, words: list[str]) -> None:
    file = tmp_path / "file.csv"
    file.write_text("a,b\n1,2\n")
    place = ["--node", "capability_centre", "--folder", str(tmp_path / "var")]

    told = CliRunner().invoke(app, [word.format(file=file) for word in words] + place)

    assert (told.exit_code, "先运行 make run" in told.output.replace("\n", "")) == (1, True), told.output
    assert not (tmp_path / "var").exists()
