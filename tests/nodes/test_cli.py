"""The command line, where it is told nonsense: a sentence, and nothing made."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from typer.testing import CliRunner, Result

from brain.cli import app
from brain.platform.gateway_configuration.protocol.documents import gateway_number, read
from brain.platform.gateway_configuration.protocol.sealing import public_text


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


def test_a_key_is_made_once_and_signs_what_a_gateway_would_read(tmp_path: Path) -> None:
    key, draft, changes, to = (
        tmp_path / name for name in ("key.pem", "draft.json", "changes.json", "signed")
    )
    sealing_key = public_text(X25519PrivateKey.generate())
    told = {
        "format": 1, "gateway": gateway_number(sealing_key), "creditCode": "91370523MA3C0E2T1U", "number": 3,
        "base": "0" * 64, "sealingKey": sealing_key,
    }  # fmt: skip
    draft.write_text(json.dumps(told))
    changes.write_text('[{"do": "change_source", "name": "锅炉房", "secret": "geheim"}]')
    passphrase = {"BRAIN_PASSPHRASE": "correct horse"}

    def run(*words: object) -> Result:
        return CliRunner().invoke(app, ["configuration", *map(str, words)], env=passphrase)

    assert run("new-key", key).exit_code == 0
    assert key.stat().st_mode & 0o077 == 0
    assert run("new-key", key).exit_code == 1, "a key is never written over"
    options = ("--key", key, "--author", "设备科长", "--reason", "换密码", "--to", to)
    assert run("sign", draft, changes, *options).exit_code == 0
    assert read(to.read_text())[1].number == 3
    assert "geheim" not in to.read_text()
    changes.write_text('[{"do": "give_consent"}]')
    assert "不能给出或放宽同意" in run("sign", draft, changes, *options).output.replace("\n", "")
