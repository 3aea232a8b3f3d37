"""The package of a release: one ZIP with the supervisor, the signed text and the wheels. Python runs it."""

import asyncio
import hashlib
import os
import platform
import re
import sysconfig
import tempfile
import zipfile
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from packaging.utils import parse_wheel_filename

from brain.kit import jws
from brain.kit.errors import Invalid, TooLarge
from brain.kit.schemas import Schema
from brain.platform.gateway_upgrade.protocol.releases import (
    LARGEST,
    LARGEST_PACKAGE,
    PRODUCT,
    TYPE,
    ReleaseFile,
    content,
    read,
)

MANIFEST: Final = "release.jws"
_MAIN: Final = "from brain.supervisor.command import begin\n\nbegin()\n"
_PIECE: Final = 1 << 20


class Told(Schema):
    """What the publisher says of a release beside its files."""

    requires: str
    notes: str
    notes_en: str = ""
    issued_at: datetime


def here() -> tuple[str, str]:
    """Python and platform of this computer, as releases name them."""
    major, minor = platform.python_version_tuple()[:2]
    return f"{major}.{minor}", sysconfig.get_platform().lower()


def pack(wheels: Sequence[Path], told: Told, key: Ed25519PrivateKey, to: Path) -> str:
    """Write the package of these wheels, made for this computer's Python and platform; its signed text.

    Raises Invalid where the wheel of this software, or that of pip, is missing.
    """
    listed = [
        ReleaseFile(name=wheel.name, sha256=_digest(wheel), size=wheel.stat().st_size)
        for wheel in sorted(wheels, key=lambda each: each.name)
    ]
    ours = [each.name for each in listed if re.match(rf"{PRODUCT}-", each.name)]
    if len(ours) != 1 or not any(each.name.startswith("pip-") for each in listed):
        raise Invalid(f"文件夹里须有一个 {PRODUCT} 的 wheel 和一个 pip 的 wheel")
    python, machine = here()
    release = content(
        {
            "format": 1,
            "version": str(parse_wheel_filename(ours[0])[1]),
            "python": python,
            "platform": machine,
            "files": [each.model_dump() for each in listed],
        }
        | told.model_dump()
    )
    text = jws.signed(release.model_dump(mode="json", by_alias=True), key, TYPE)
    draft = to.with_suffix(".part")
    with zipfile.ZipFile(draft, "w") as package:
        for name, source in supervisor():
            package.writestr(name, source)
        package.writestr(MANIFEST, text)
        for wheel in wheels:
            package.write(wheel, f"wheels/{wheel.name}")
    draft.replace(to)
    return text


def supervisor() -> Iterator[tuple[str, str]]:
    """The files of the program that runs gateways out of slots."""
    yield "__main__.py", _MAIN
    yield "brain/__init__.py", ""
    for each in files("brain.supervisor").iterdir():
        if each.name.endswith(".py"):
            yield f"brain/supervisor/{each.name}", each.read_text("utf-8")


# A package as the body of a request.
BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@asynccontextmanager
async def received(stream: AsyncIterable[bytes], folder: Path) -> AsyncIterator[Path]:
    """What is sent, as a file for as long as it is looked at. Raises TooLarge."""
    size = 0
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".upload") as file:
        async for chunk in stream:
            size += len(chunk)
            if size > LARGEST_PACKAGE:
                raise TooLarge("安装包不能超过 2 GB")
            await asyncio.to_thread(file.write, chunk)
        file.flush()
        yield Path(file.name)


@contextmanager
def opened(package: Path) -> Iterator[tuple[str, zipfile.ZipFile]]:
    """The signed text of a package and the archive itself. Raises Invalid."""
    try:
        with zipfile.ZipFile(package) as held:
            if held.getinfo(MANIFEST).file_size > LARGEST:
                raise Invalid("一版的清单不能超过 200 KB")
            text = held.read(MANIFEST).decode("ascii")
            read(text)
            yield text, held
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, NotImplementedError, RuntimeError) as wrong:
        raise Invalid("不是网关的安装包，或传送中残缺") from wrong


def unpack(
    held: zipfile.ZipFile, listed: Sequence[ReleaseFile], place: Callable[[ReleaseFile], Path]
) -> None:
    """Write the wheels that are not there yet, each whole. Raises Invalid where one is not as signed."""
    for each in listed:
        to = place(each)
        if to.exists():
            continue
        to.parent.mkdir(parents=True, exist_ok=True)
        draft = to.with_name(to.name + ".part")
        found, size = hashlib.sha256(), 0
        with held.open(f"wheels/{each.name}") as wheel, draft.open("wb") as file:
            while size <= each.size and (piece := wheel.read(_PIECE)):
                found.update(piece)
                size += len(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if size != each.size or found.hexdigest() != each.sha256:
            draft.unlink()
            raise Invalid(f"安装包里的 {each.name} 与签名的清单不符")
        draft.replace(to)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
