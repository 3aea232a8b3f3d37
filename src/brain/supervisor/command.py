"""The supervisor's command line.

python3 PACKAGE.zip FOLDER            install the package's release into FOLDER, for the first time
python3 FOLDER/supervisor.pyz prepare make the database's tables; shows the first passwords
python3 FOLDER/supervisor.pyz         run the gateway
"""

import base64
import json
import shutil
import signal
import sys
import zipfile
from dataclasses import asdict
from pathlib import Path

from brain.supervisor.phases import Supervisor
from brain.supervisor.slots import Failed, State, content_of, fill, read, write

ENVIRONMENT = """# 网关的配置，见接入指南。密码在里面：只有运行网关的用户可读。
BRAIN_NODE__KIND=factory_gateway
BRAIN_NODE__NAME=gateway
BRAIN_NODE__TITLE=
BRAIN_NODE__TITLE_EN=
BRAIN_NODE__ORGANISATION_CODE=
BRAIN_FOLDER={root}/data
BRAIN_DATABASE__DSN=
BRAIN_HTTP__HOST=127.0.0.1
BRAIN_HTTP__PORT=8103
"""


def install(package: Path, root: Path) -> None:
    """For the first time; what an earlier try left is done again. The package's publisher is trusted from
    now on."""
    if (root / "state.json").exists():
        raise Failed(f"{root} 已经装过：升级在网关的“软件升级”页面上做")
    (root / "slots").mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(package) as held:
        release = held.read("release.jws").decode()
        for each in content_of(release)["files"]:
            folder = root / "wheels" / Path(each["sha256"]).name
            folder.mkdir(parents=True, exist_ok=True)
            with (
                held.open(f"wheels/{each['name']}") as wheel,
                (folder / Path(each["name"]).name).open("wb") as to,
            ):
                shutil.copyfileobj(wheel, to)
        with zipfile.ZipFile(root / "supervisor.pyz", "w") as ours:
            for name in held.namelist():
                if name.endswith(".py"):
                    ours.writestr(name, held.read(name))
    fill(root, "a", release)
    environment = root / "gateway.env"
    if not environment.exists():
        environment.touch(0o600)
        environment.write_text(ENVIRONMENT.format(root=root.resolve()), "utf-8")
    header = release.split(".", maxsplit=1)[0]
    key = json.loads(base64.urlsafe_b64decode(header + "=" * (-len(header) % 4)))["kid"]
    write(root / "publisher.json", {"key": key})
    write(root / "state.json", asdict(State(live="a", release=release)))
    print(f"已装好 {content_of(release)['version']}。以后只接受这个发布者签名的版本：{key}")
    program = root / "supervisor.pyz"
    print(f"接着：填写 {environment}；python3 {program} prepare；python3 {program}")


def main(words: list[str]) -> None:
    """`words[0]` is the archive of this program: a release's package, or what that installed."""
    archive = Path(words[0]).resolve()
    with zipfile.ZipFile(archive) as held:
        package = "release.jws" in held.namelist()
    if package and len(words) == 2:
        install(archive, Path(words[1]))
        return
    supervisor = Supervisor(archive.parent)
    if words[1:] == ["prepare"]:
        print(supervisor.schema(State(**read(archive.parent / "state.json")).live, "up"))
        return
    if package or words[1:]:
        raise Failed(__doc__ or "")
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: supervisor.stop.set())
    supervisor.run()


def begin() -> None:
    try:
        main(sys.argv)
    except (Failed, OSError, LookupError, ValueError) as wrong:
        sys.exit(str(wrong) or repr(wrong))
