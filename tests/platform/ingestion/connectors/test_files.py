"""Files on an SFTP server and in an S3-compatible store, both real."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.fs
import pytest
from moto.server import ThreadedMotoServer

from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.contract import CollectionSettings
from brain.platform.ingestion.domain.collecting import NotAllowed, NotCollected
from tests.platform.ingestion.connectors.fetching import fetch
from tests.platform.ingestion.servers import HERE, Sftp, sftp

OLD = time.time() - 3600


def put(path: Path, content: str, modified: float = OLD) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)
    os.utime(path, (modified, modified))


def settings(server: Sftp, **changes: Any) -> dict[str, Any]:
    told = {
        "kind": "sftp",
        "host": HERE,
        "port": server.port,
        "user": "person",
        "fingerprint": server.fingerprint,
        "folder": "/out",
        "pattern": "*.csv",
    }
    return told | changes


@pytest.mark.parametrize("by_key", [False, True])
async def test_new_files_come_from_sftp_by_password_or_key(tmp_path: Path, *, by_key: bool) -> None:
    put(tmp_path / "out" / "b.csv", "a\n1\n", OLD - 60)
    put(tmp_path / "out" / "a.csv", "a\n2\n")
    put(tmp_path / "out" / "growing.csv", "a\n3\n", time.time())
    put(tmp_path / "out" / "note.txt", "x")

    async with sftp(tmp_path, "open sesame") as server:
        secret = server.user_key if by_key else "open sesame"
        came, cursor = await fetch(tmp_path / "place", settings(server), secret)
        nothing, cursor = await fetch(tmp_path / "place", settings(server), secret, cursor)
        put(tmp_path / "out" / "a.csv", "a\n4\n", OLD + 60)
        [again], _ = await fetch(tmp_path / "place", settings(server), secret, cursor)

    assert [(one.name, one.rows, one.more) for one in came] == [
        ("b.csv", [("1",)], True),
        ("a.csv", [("2",)], False),
    ]
    assert nothing == []
    assert (again.name, again.rows) == ("a.csv", [("4",)])


async def test_no_password_goes_to_a_server_whose_key_is_not_the_one_told(tmp_path: Path) -> None:
    async with sftp(tmp_path, "open sesame") as server:
        with pytest.raises(NotAllowed, match=server.fingerprint.replace("+", r"\+")):
            await fetch(tmp_path / "place", settings(server, fingerprint="SHA256:other"), "open sesame")
        with pytest.raises(NotCollected, match="SFTP"):
            await fetch(tmp_path / "place", settings(server), "wrong")
        with pytest.raises(NotCollected, match="SFTP"):
            await fetch(tmp_path / "place", settings(server, folder="/none"), "open sesame")
        with pytest.raises(NotCollected, match="私钥"):
            await fetch(tmp_path / "place", settings(server), "-----BEGIN PRIVATE KEY-----\nx")
        with pytest.raises(NotAllowed, match="BRAIN_INGESTION__HOSTS"):
            await fetch(tmp_path / "place", settings(server), "x", reach=Reach(CollectionSettings()))


@pytest.fixture(scope="module")
def store() -> Iterator[tuple[dict[str, Any], pyarrow.fs.S3FileSystem]]:
    server = ThreadedMotoServer(HERE, 0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    files = pyarrow.fs.S3FileSystem(
        access_key="key", secret_key="open sesame", endpoint_override=f"{HERE}:{port}", scheme="http",
        allow_bucket_creation=True, region="us-east-1",
    )  # fmt: skip
    files.create_dir("data-bucket")
    yield (
        {
            "kind": "s3",
            "endpoint": f"http://{HERE}:{port}",
            "bucket": "data-bucket",
            "prefix": "up/",
            "pattern": "*.csv",
            "access_key": "key",
        },
        files,
    )
    server.stop()


def upload(files: pyarrow.fs.S3FileSystem, name: str, content: bytes) -> None:
    with files.open_output_stream(f"data-bucket/{name}") as stream:
        stream.write(content)


async def test_new_objects_come_from_an_s3_store(
    store: tuple[dict[str, Any], pyarrow.fs.S3FileSystem], tmp_path: Path
) -> None:
    told, files = store
    upload(files, "up/a.csv", b"a\n1\n")
    upload(files, "up/2026/b.csv", b"a\n22\n")
    upload(files, "up/note.txt", b"x")
    upload(files, "elsewhere.csv", b"a\n3\n")

    came, cursor = await fetch(tmp_path, told, "open sesame")
    nothing, cursor = await fetch(tmp_path, told, "open sesame", cursor)
    upload(files, "up/a.csv", b"a\n444\n")
    [again], _ = await fetch(tmp_path, told, "open sesame", cursor)

    assert sorted((one.name, one.rows) for one in came) == [("a.csv", [("1",)]), ("b.csv", [("22",)])]
    assert nothing == []
    assert again.rows == [("444",)]


async def test_a_store_that_does_not_answer_as_asked_is_told(
    store: tuple[dict[str, Any], pyarrow.fs.S3FileSystem], tmp_path: Path
) -> None:
    told, _ = store
    with pytest.raises(NotCollected, match="对象存储"):
        await fetch(tmp_path, told | {"bucket": "no-such-bucket"}, "open sesame")
    with pytest.raises(NotAllowed, match="BRAIN_INGESTION__HOSTS"):
        await fetch(tmp_path, told, "open sesame", reach=Reach(CollectionSettings()))
