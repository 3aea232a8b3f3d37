"""The command `brain`."""

import asyncio
import os
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from brain.kit.errors import Refusal
from brain.nodes import doctor, migrations, openapi, serving
from brain.nodes.assembly import opened
from brain.nodes.demonstration import people
from brain.nodes.demonstration.play import play
from brain.nodes.kinds import node_of
from brain.nodes.launch import Launch, Plan, stopped_by_signal, unless_stopped
from brain.nodes.settings import Settings
from brain.platform.identity import service as identity

app = typer.Typer(no_args_is_help=True, add_completion=False, help="产业大脑：启动、维护与导入。")
console = Console(highlight=False)

Folder = Annotated[Path, typer.Option(help="数据目录：数据库、落地文件、日志都在其中")]
Port = Annotated[int, typer.Option(min=1, max=65535)]


@app.command()
def up(
    folder: Folder = Path("var"),
    data: Annotated[Path | None, typer.Option(help="真实数据目录；不给则生成示例数据")] = None,
    demo: Annotated[bool, typer.Option(help="装入演示数据并走通一遍共享交换")] = True,
    centre_port: Port = 8101,
    brain_port: Port = 8102,
) -> None:
    """在本机启动一个省级能力中心和一个行业产业大脑，装入演示数据，按 Ctrl-C 停止。"""
    sample = demo and data is None
    plan = Plan(folder=folder, centre_port=centre_port, brain_port=brain_port, sample_data=sample)
    launch = Launch(plan)
    with stopped_by_signal() as stop:
        try:
            console.print("启动 PostgreSQL 并检查数据库结构 …")
            launch.prepare()
            for settings in launch.settings.values():
                console.print(
                    f"[bold]{settings.node.title}[/]  http://{settings.http.host}:{settings.http.port}"
                )
                show_first_passwords(settings, demo=demo)
            launch.start()
            if demo:
                asyncio.run(unless_stopped(stop, play(launch.settings, data, console.print)))
            if not stop.is_set():
                console.print("已就绪。按 Ctrl-C 停止。")
            launch.watch(stop)
        except Refusal as refusal:
            console.print(f"[red]{refusal.message}[/]")
            raise typer.Exit(1) from refusal
        finally:
            console.print("正在停止 …")
            launch.stop()


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
def migrate() -> None:
    """把数据库升级到最新结构；首次运行时创建三员账户并显示一次性密码。"""
    settings = Settings()
    for dsn in filter(None, (settings.database.dsn, settings.database.sandbox_dsn)):
        migrations.upgrade(dsn)
    show_first_passwords(settings)


def show_first_passwords(settings: Settings, *, demo: bool = False) -> None:
    """Print the one-time passwords of those whom this start makes."""

    async def create() -> list[identity.FirstPassword]:
        async with opened(node_of(settings)) as node:
            async with node.database.transaction() as session:
                created = await identity.create_first_administrators(session)
            return created + (await people.appoint(node) if demo else [])

    for first in asyncio.run(create()):
        console.print(
            f"  {first.name}  用户名 [bold]{first.username}[/]  一次性密码 [bold]{first.password}[/]"
        )


@app.command(name="doctor")
def examine(
    folder: Folder = Path("var"),
    dsn: Annotated[str | None, typer.Option(help="外部 PostgreSQL；不给则检查内嵌数据库")] = None,
    centre_port: Port = 8101,
    brain_port: Port = 8102,
) -> None:
    """检查安装：端口、磁盘、时钟、数据库、中文字体、数据库结构；说明如何修复。"""
    signs = {"good": "[green]正常[/]", "warning": "[yellow]注意[/]", "broken": "[red]故障[/]"}
    installation = doctor.Installation(
        folder=folder, host="127.0.0.1", ports=(centre_port, brain_port), dsn=dsn
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
