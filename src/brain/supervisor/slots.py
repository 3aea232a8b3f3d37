"""What lies in a gateway's installation folder: two slots, wheels, and the files by which the gateway and its
supervisor speak.

    slots/a, slots/b    an environment each, of one release; release.json is written last
    wheels/SHA-256/     wheels by their content, fetched once
    state.json          what the supervisor does (State); order.json what it is told by the gateway
    fitness.json        what a release on trial says of itself; publisher.json whose signature is believed
    gateway.env         settings of the gateway
"""

import base64
import ctypes
import hashlib
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

INSTALL_PATIENCE = 1800.0  # seconds
OTHER = {"a": "b", "b": "a"}
LIBC = ctypes.CDLL(None)


class Failed(Exception):
    """A step that cannot be done, in words for people."""


@dataclass(frozen=True)
class State:
    """`live`: the slot in use, or to return to. `order`: the number of the order under way, or of the last;
    `release`: its signed text.

    `revision`: the live release's database schema, to which a return takes the database back.
    """

    live: str
    phase: str = "settled"  # installing, switching, trial, returning
    order: str = ""
    release: str = ""
    revision: str = ""
    trial: float = 0.0  # seconds for which a release must be fit without a break
    window: float = 0.0  # seconds within which it must have been
    deaths: int = 0
    outcome: str = ""  # of the last order: kept, returned, failed
    why: str = ""

    @property
    def idle(self) -> str:
        return OTHER[self.live]


def read(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def write(path: Path, told: dict[str, Any]) -> None:
    """Whole or not at all, whatever happens to the power."""
    draft = path.with_suffix(".new")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(told, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def content_of(release: str) -> dict[str, Any]:
    """What the signed text says; whoever ordered it has checked the signature."""
    part = release.split(".")[1]
    told: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return told


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def settings(root: Path) -> dict[str, str]:
    """The environment of the gateway's processes: this one's and the lines of gateway.env."""
    found = dict(os.environ)
    for line in (root / "gateway.env").read_text("utf-8").splitlines():
        name, equals, value = line.removeprefix("export ").partition("=")
        if equals and not name.startswith("#"):
            found[name.strip()] = " ".join(shlex.split(value))
    return found | {"BRAIN_UPGRADE__ROOT": str(root), "MALLOC_ARENA_MAX": "1"}


def python(root: Path, slot: str) -> str:
    return str(root / "slots" / slot / "bin" / "python")


def dies_with_us() -> None:
    """In a child, before it becomes its program: Linux kills it when this program dies, even by kill -9."""
    if sys.platform == "linux":
        LIBC.prctl(1, signal.SIGKILL)


def done(
    command: list[str], environment: dict[str, str], patience: float, meanwhile: Callable[[], Any] = bool
) -> str:
    """What it printed. Raises Failed with its last words."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT,
                preexec_fn=dies_with_us,
            )  # fmt: skip
        except OSError as wrong:
            raise Failed(f"{command[0]} 不能运行：{wrong}") from wrong
        while process.poll() is None:
            meanwhile()
            if time.monotonic() - began > patience:
                process.kill()
                process.wait()
                raise Failed(f"{' '.join(command[1:4])} 超过 {patience:.0f} 秒没有做完")
            time.sleep(0.05)
        said.seek(0)
        text = said.read().decode("utf-8", "replace").strip()
    if process.returncode:
        raise Failed(text[-600:] or f"{' '.join(command[1:4])} 退出码 {process.returncode}")
    return text


def fill(root: Path, slot: str, release: str, meanwhile: Callable[[], Any] = bool) -> None:
    """Install a release into a slot that is not in use, from the wheels at hand. Raises Failed."""
    told, folder = content_of(release), root / "slots" / slot
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    if told["python"] != here:
        raise Failed(f"这一版要 Python {told['python']}，这台电脑是 {here}")
    wheels = [root / "wheels" / each["sha256"] / each["name"] for each in told["files"]]
    for wheel, each in zip(wheels, told["files"], strict=True):
        if not wheel.is_file() or digest_of(wheel) != each["sha256"]:
            raise Failed(f"{each['name']} 不在，或内容不对")
    pip = next((str(wheel) for wheel in wheels if wheel.name.startswith("pip-")), None)
    if pip is None:
        raise Failed("这一版里没有 pip")
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, symlinks=True)
    install = [
        "-I",
        f"{pip}/pip",
        "--disable-pip-version-check",
        "install",
        "--no-index",
        "--no-deps",
        "--quiet",
    ]
    command = [python(root, slot), *install, *map(str, wheels)]
    done(command, dict(os.environ), INSTALL_PATIENCE, meanwhile)
    write(folder / "release.json", {"release": release})


def order_upgrade(root: Path, number: str, release: str, trial: float, window: float) -> None:
    """`trial`, `window`: seconds, as of State. The same number is carried out once."""
    told = {"do": "upgrade", "number": number, "release": release, "trial": trial, "window": window}
    write(root / "order.json", told)


def order_return(root: Path, number: str, why: str) -> None:
    """Back to the other slot's release, at once."""
    write(root / "order.json", {"do": "return", "number": number, "why": why})


def tell_fitness(root: Path, order: str, beat: int, why: str) -> None:
    """`beat` must change from one telling to the next; an empty `why` says that all is well."""
    write(root / "fitness.json", {"order": order, "beat": beat, "fit": not why, "why": why})
