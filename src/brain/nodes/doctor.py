"""`brain doctor`: what is wrong with an installation and how to mend it."""

import asyncio
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import Literal

import psycopg

from brain.kit.clock import check_clock
from brain.kit.errors import Refusal
from brain.kit.postgres import Server, find_binaries
from brain.nodes import migrations, pages
from brain.nodes.plan import CENTRE_AND_BRAIN, port_in_use
from brain.nodes.settings import ExchangeSettings
from brain.platform.data_sets.service import require_engine
from brain.platform.data_sets.service.pushing import endpoint_status

OLDEST_POSTGRES = 15
LEAST_DISK = 5 * 1024**3  # bytes: the provincial demonstration with its indexes, and room to grow

Grade = Literal["good", "warning", "broken"]


@dataclass(frozen=True)
class Finding:
    """One thing looked at; `mend` is the sentence that helps."""

    grade: Grade
    subject: str
    seen: str
    mend: str = ""


@dataclass(frozen=True, kw_only=True)
class Installation:
    """What is to be examined. `dsn` None means the embedded PostgreSQL: its databases while it runs.

    `engine`: an own Spark Connect endpoint; the embedded one is started with the nodes. `open_lineage`:
    where events of lineage are sent.
    """

    folder: Path
    host: str
    ports: tuple[int, ...]
    dsn: str | None = None
    engine: str | None = None
    open_lineage: str | None = None


def examine(installation: Installation) -> list[Finding]:
    """Every check in turn; none of them changes anything."""
    checks: tuple[Callable[[Installation], list[Finding]], ...] = (
        _ports,
        _disk,
        _folder,
        _postgres,
        _engine,
        _open_lineage,
        _clock,
        _fonts,
        _portal,
    )
    return [finding for check in checks for finding in check(installation)]


def _ports(installation: Installation) -> list[Finding]:
    return [
        Finding("warning", "端口", f"{port} 已被占用", "若不是正在运行的本系统，请停止占用者或换一个端口")
        if port_in_use(installation.host, port)
        else Finding("good", "端口", f"{port} 可用")
        for port in installation.ports
    ]


def _disk(installation: Installation) -> list[Finding]:
    place = next(
        path for path in (installation.folder, *installation.folder.absolute().parents) if path.exists()
    )
    free = shutil.disk_usage(place).free
    seen = f"{place} 剩余 {free / 1024**3:.1f} GiB"
    if free < LEAST_DISK:
        return [
            Finding(
                "broken",
                "磁盘",
                seen,
                f"至少需要 {LEAST_DISK / 1024**3:.0f} GiB：清理磁盘或用 --folder 换一个位置",
            )
        ]
    return [Finding("good", "磁盘", seen)]


def _folder(installation: Installation) -> list[Finding]:
    keys = list(installation.folder.glob("*/secret.key"))
    open_keys = [key for key in keys if key.stat().st_mode & 0o077]
    if open_keys:
        names = "、".join(str(key) for key in open_keys)
        return [Finding("broken", "密钥文件", f"{names} 可被他人读取", f"运行 chmod 600 {names}")]
    return [Finding("good", "密钥文件", f"{len(keys)} 个，仅属主可读")]


def _postgres(installation: Installation) -> list[Finding]:
    if installation.dsn is not None:
        return _database(installation.dsn, "运行 brain migrate")
    try:
        found = [Finding("good", "PostgreSQL", f"内嵌，程序在 {find_binaries()}")]
    except Refusal as refusal:
        mend = "运行 make setup，或安装 postgresql，或配置外部数据库"
        return [Finding("broken", "PostgreSQL", refusal.message, mend)]
    for kind in CENTRE_AND_BRAIN:
        server = Server(installation.folder / kind / "postgres")
        if server.is_running:
            found += [
                replace(finding, subject=f"{finding.subject}（{kind}）")
                for finding in _database(server.dsn(kind), "重新运行 make run：启动时自动升级")
            ]
    return found


def _engine(installation: Installation) -> list[Finding]:
    if installation.engine is None:
        return [Finding("good", "计算引擎", "内嵌，随节点启动")]
    try:
        require_engine(installation.engine)
    except Refusal as refusal:
        mend = "核对地址与网络；引擎须能以同一路径读到数据湖的目录（BRAIN_LAKE__FOLDER）"
        return [Finding("broken", "计算引擎", f"{installation.engine}：{refusal.message}", mend)]
    return [Finding("good", "计算引擎", f"{installation.engine} 应答正常")]


def _open_lineage(installation: Installation) -> list[Finding]:
    """An event is not sent: any answer but a failure shows that somebody is there."""
    subject, url = "OpenLineage 接收端", installation.open_lineage
    if url is None:
        return [Finding("good", subject, "未配置（BRAIN_OPEN_LINEAGE__URL），血缘事件只供下载")]
    mend = "核对 BRAIN_OPEN_LINEAGE__URL、网络与接收端；事件留在库中，恢复后自动补推"
    try:
        status = endpoint_status(url)
    except Refusal as refusal:
        return [Finding("broken", subject, f"{url}：{refusal.message}", mend)]
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return [Finding("broken", subject, f"{url}：答复 {status}", mend)]
    return [Finding("good", subject, f"{url} 可达")]


def _database(dsn: str, upgrade: str) -> list[Finding]:
    try:
        with psycopg.connect(dsn, connect_timeout=5) as connection:
            version = connection.info.server_version // 10_000
            table = connection.execute("SELECT to_regclass('alembic_version')").fetchone()
            at = None
            if table and table[0]:
                row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
                at = row[0] if row else None
    except psycopg.Error as error:
        mend = "检查 BRAIN_DATABASE__DSN、网络与数据库权限"
        return [Finding("broken", "PostgreSQL", f"连接失败：{error}", mend)]
    return [_version(version), _revision(at, upgrade)]


def _version(version: int) -> Finding:
    if version < OLDEST_POSTGRES:
        return Finding("broken", "PostgreSQL 版本", str(version), f"需要 {OLDEST_POSTGRES} 或更高版本")
    return Finding("good", "PostgreSQL 版本", str(version))


def _revision(at: str | None, upgrade: str) -> Finding:
    newest = migrations.newest_revision()
    if at != newest:
        return Finding("broken", "数据库结构", f"当前 {at or '空库'}，最新 {newest}", upgrade)
    return Finding("good", "数据库结构", f"最新（{newest}）")


def _clock(installation: Installation) -> list[Finding]:
    checked = asyncio.run(check_clock(ExchangeSettings().ntp_servers))
    if checked.status == "unknown":
        mend = "校时服务器不可达：放通 UDP 123，或用 BRAIN_EXCHANGE__NTP_SERVERS 指定内网校时服务器"
        return [Finding("warning", "时钟", "未知", mend)]
    seen = f"与 {checked.server} 相差 {checked.offset:.3f} 秒"
    if checked.status == "off":
        return [
            Finding(
                "broken", "时钟", seen, "启用 chrony 或 systemd-timesyncd（附件 3 2.4 e 要求与北京时间一致）"
            )
        ]
    return [Finding("good", "时钟", seen)]


def _fonts(installation: Installation) -> list[Finding]:
    listing = shutil.which("fc-list")
    found = (
        subprocess.run([listing, ":lang=zh", "family"], capture_output=True, text=True, check=False).stdout
        if listing
        else ""
    )
    if not found.strip():
        return [
            Finding("warning", "中文字体", "没有找到", "生成 PDF 和截图需要：apt-get install fonts-noto-cjk")
        ]
    return [Finding("good", "中文字体", found.splitlines()[0])]


def _portal(installation: Installation) -> list[Finding]:
    if not (pages.BUILT / "index.html").is_file():
        return [Finding("broken", "门户网页", "尚未构建", "运行 make web")]
    return [Finding("good", "门户网页", "已构建")]
