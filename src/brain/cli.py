"""The command `brain`."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from brain.kit.errors import Invalid
from brain.kit.node_kind import NodeKind
from brain.kit.postgres import Server
from brain.nodes import doctor, openapi, releasing, schema, serving, signing
from brain.nodes.assembly import opened
from brain.nodes.demonstration.factories import factories
from brain.nodes.demonstration.play import play
from brain.nodes.kinds import node_of
from brain.nodes.launch import Attached, Launch, stopped_by_signal, unless_stopped
from brain.nodes.plan import Plan, node_settings
from brain.nodes.settings import Settings, open_lineage_url
from brain.nodes.terminal import console, refusals_shown
from brain.platform.exchange.client.service import testing
from brain.platform.ingestion.contract import DATASETS, Delivery, Import
from brain.platform.ingestion.service import imports, sources
from brain.platform.ingestion.service.source_file import declared_sources

app = typer.Typer(no_args_is_help=True, add_completion=False, help="产业大脑：启动、维护与导入。")
app.add_typer(signing.app, name="configuration")
app.add_typer(releasing.app, name="release")

Folder = Annotated[Path, typer.Option(help="数据目录：数据库、落地文件、日志都在其中")]
Port = Annotated[int, typer.Option(min=1, max=65535)]


@app.command()
def up(
    folder: Folder = Path("var"),
    data: Annotated[Path | None, typer.Option(help="真实数据目录；不给则生成示例数据")] = None,
    demo: Annotated[bool, typer.Option(help="装入演示数据并走通一遍共享交换")] = True,
    centre_port: Port = 8101,
    brain_port: Port = 8102,
    factory_port: Annotated[
        int,
        typer.Option(min=0, max=60_000, help="第一家示例工厂的端口，第二家加 1；0 为不要示例工厂"),
    ] = 8103,
) -> None:
    """在本机启动一个省级能力中心、一个行业产业大脑和两家示例工厂，装入演示数据，按 Ctrl-C 停止。"""
    sample = demo and data is None
    joining = factories(factory_port) if sample and factory_port else ()
    plan = Plan(
        folder=folder,
        centre_port=centre_port,
        brain_port=brain_port,
        sample_data=sample,
        factories=joining,
    )
    launch = Launch(plan)
    with refusals_shown(), stopped_by_signal() as stop:
        try:
            console.print("启动 PostgreSQL 并检查数据库结构 …")
            launch.prepare()
            for settings in launch.settings.values():
                console.print(
                    f"[bold]{settings.node.title}[/]  http://{settings.http.host}:{settings.http.port}"
                )
                schema.show_first_passwords(settings, demo=demo)
            launch.start(stop)
            if demo and not stop.is_set():
                asyncio.run(unless_stopped(stop, play(launch.settings, data, joining, console.print)))
            if not stop.is_set():
                console.print("已就绪。按 Ctrl-C 停止。")
            launch.watch(stop)
        finally:
            console.print("正在停止 …")
            launch.stop()


@app.command()
def demo(
    folder: Folder = Path("var"),
    data: Annotated[Path | None, typer.Option(help="真实数据目录；不给则生成示例数据")] = None,
    centre_port: Port = 8101,
    brain_port: Port = 8102,
) -> None:
    """给正在运行的 brain up --no-demo 装入演示数据，走通一遍共享交换；可以重复运行。"""
    plan = Plan(folder=folder, centre_port=centre_port, brain_port=brain_port, sample_data=data is None)
    with refusals_shown(), Attached(plan) as attached:
        for settings in attached.settings.values():
            console.print(f"[bold]{settings.node.title}[/]")
            schema.show_first_passwords(settings, demo=True)
        asyncio.run(play(attached.settings, data, (), console.print))


@app.command()
def serve() -> None:
    """运行一个节点的网页与接口服务（配置见环境变量 BRAIN_…）。"""
    command = serving.serve_command(Settings())
    os.execv(command[0], command)  # noqa: S606 - our own command, in place of this process


@app.command()
def work() -> None:
    """运行一个节点的后台任务。"""
    serving.work(Settings())


@app.command()
def gateway() -> None:
    """在一个进程里运行网页、接口与后台任务：内存少的工厂网关用（配置见环境变量 BRAIN_…）。"""
    environment = Settings().environment() | serving.FEW_ARENAS
    command = serving.gateway_command()
    os.execve(command[0], command, environment)  # noqa: S606 - our own command, without what this one loaded


@app.command()
def migrate() -> None:
    """把数据库升级到最新结构；首次运行时创建三员账户并显示一次性密码。"""
    schema.bring_up(Settings())


Kind = Annotated[
    Literal["capability_centre", "industry_brain"] | None,
    typer.Option("--node", help="本机 brain up 的哪个节点；不给则按环境变量 BRAIN_…"),
]


@app.command(name="import")
def import_files(
    dataset: Annotated[
        str, typer.Argument(help=f"数据种类：{'、'.join(DATASETS)}，或登记的数据集，如 base.capacity")
    ],
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False)],
    source: Annotated[str, typer.Option(help="数据源名称：须已登记并认证（见 brain source）")],
    as_of: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="数据反映哪一天的情况")],
    node: Kind = None,
    folder: Folder = Path("var"),
) -> None:
    """从已认证的数据源导入文件（csv、xlsx、parquet、json）；同一文件再次导入不产生变化。"""

    async def heard(progress: Import) -> None:
        console.print(f"  {progress.rows_done} / {progress.rows_total or '…'} 行")

    async def run(settings: Settings) -> None:
        async with opened(node_of(settings)) as target:
            for file in files:
                async with target.database.transaction() as session:
                    registered = await sources.named(session, source)
                delivery = Delivery(source_id=registered.id, title=file.name, as_of=as_of.date())
                console.print(f"[bold]{file.name}[/]")
                done = await imports.import_file(target, file, dataset, delivery, heard)
                counts = (
                    f"新增 {done.inserted}，变更 {done.changed}，未变 {done.unchanged}，拒收 {done.rejected}"
                )
                console.print(f"  {done.problem or counts}")

    with refusals_shown(), settings_of(node, folder) as settings:
        asyncio.run(run(settings))


@app.command(name="source")
def declare_sources(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False)],
    node: Kind = None,
    folder: Folder = Path("var"),
) -> None:
    """登记并认证 TOML 文件里声明的数据源；改了文件再运行一次即更新。"""

    async def run(settings: Settings) -> None:
        async with opened(node_of(settings)) as target:
            for file in files:
                async with target.database.transaction() as session:
                    for told in declared_sources(file):
                        await sources.declare(session, *told)
                        console.print(
                            f"  {told[0].name}（{told[0].provider}）认证有效至 {told[1].valid_until}"
                        )

    with refusals_shown(), settings_of(node, folder) as settings:
        asyncio.run(run(settings))


exchange = typer.Typer(no_args_is_help=True, help="共享交换（附件 3）。")
app.add_typer(exchange, name="exchange")


@exchange.command()
def conformance(
    node: Kind = None,
    folder: Folder = Path("var"),
    comment: Annotated[str | None, typer.Option(help="整改说明：上次未通过时必填")] = None,
) -> None:
    """运行联调测试：逐项检查已批准的接口，两侧留存签名报告。"""

    async def heard(progress: testing.Progress) -> None:
        sign = "[green]通过[/]" if progress.passed else "[red]未过[/]"
        place = f"{progress.done:>3}/{progress.total}"
        console.print(f"{place} {sign} {progress.title}  {progress.observed}  {progress.milliseconds} ms")

    async def run(settings: Settings) -> str:
        async with opened(node_of(settings)) as brain:
            return (await testing.run_conformance(brain, heard, comment)).state

    with refusals_shown(), settings_of(node, folder) as settings:
        state = asyncio.run(run(settings))
    console.print("联调测试通过" if state == "passed" else "[red]联调测试未通过，请按清单整改[/]")
    if state != "passed":
        raise typer.Exit(1)


@contextmanager
def settings_of(kind: NodeKind | None, folder: Path) -> Iterator[Settings]:
    """Of a node of the local `brain up`, whose PostgreSQL is used or started; else of the environment.

    Raises Invalid where `brain up` never made the node.
    """
    if kind is None:
        yield Settings()
        return
    if not (folder / kind).is_dir():
        raise Invalid(f"目录 {folder} 里还没有节点 {kind}：先运行 make run，或 brain up --folder {folder}")
    plan = Plan(folder=folder, centre_port=8101, brain_port=8102, sample_data=False)
    with Server(folder / kind / "postgres") as server:
        yield node_settings(plan, kind, server)


@app.command(name="doctor")
def examine(
    folder: Folder = Path("var"),
    dsn: Annotated[str | None, typer.Option(help="外部 PostgreSQL；不给则检查内嵌数据库")] = None,
    centre_port: Port = 8101,
    brain_port: Port = 8102,
    engine: Annotated[str | None, typer.Option(help="外部计算引擎 sc://主机:端口；不给则为内嵌")] = None,
) -> None:
    """检查安装：端口、磁盘、时钟、数据库、计算引擎、血缘事件接收端、中文字体、数据库结构；说明如何修复。"""
    signs = {"good": "[green]正常[/]", "warning": "[yellow]注意[/]", "broken": "[red]故障[/]"}
    installation = doctor.Installation(
        folder=folder,
        host="127.0.0.1",
        ports=(centre_port, brain_port),
        dsn=dsn,
        engine=engine,
        open_lineage=open_lineage_url(),
    )
    found = doctor.examine(installation)
    for finding in found:
        console.print(f"{signs[finding.grade]}  {finding.subject}：{finding.seen}")
        if finding.mend:
            console.print(f"      → {finding.mend}")
    if any(finding.grade == "broken" for finding in found):
        raise typer.Exit(1)


@app.command(name="openapi")
def write_openapi(folder: Annotated[Path, typer.Argument()] = Path("web/openapi")) -> None:
    """写出各类节点的 OpenAPI 文档（门户的类型由它生成）。"""
    openapi.write(folder)
