"""The command `brain`."""

import asyncio
import threading
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from brain.kit.errors import Refusal
from brain.nodes import doctor, migrations, serving
from brain.nodes.kinds import node_of
from brain.nodes.launch import Launch, Plan, stopped_by_signal
from brain.nodes.settings import Settings
from brain.platform.identity import service as identity

app = typer.Typer(no_args_is_help=True, add_completion=False, help="产业大脑：启动、维护与导入。", pretty_exceptions_enable=False)
console = Console()

Folder = Annotated[Path, typer.Option(help="数据目录：数据库、落地文件、日志都在其中")]
Port = Annotated[int, typer.Option(min=1, max=65535)]


def from_environment() -> Settings:
    return Settings()  # type: ignore[call-arg] # filled from BRAIN_… variables


@app.command()
def serve() -> None:
    """运行一个节点的网页与接口服务（配置见环境变量 BRAIN_…）。"""
    serving.serve(from_environment())


@app.command()
def work() -> None:
    """运行一个节点的后台任务。"""
    serving.work(from_environment())


@app.command()
def migrate() -> None:
    """把数据库升级到最新结构，并在首次运行时创建三员账户。"""
    settings = from_environment()
    for dsn in filter(None, (settings.database.dsn, settings.database.sandbox_dsn)):
        migrations.upgrade(dsn)
    show_first_passwords(settings)


def show_first_passwords(settings: Settings) -> None:
    """Print the one-time passwords of the three administrators when this start makes them."""

    async def create() -> list[identity.FirstPassword]:
        node = node_of(settings)
        async with node.database.transaction() as session:
            created = await identity.create_first_administrators(session)
        await node.database.dispose()
        return created

    for first in asyncio.run(create()):
        console.print(f"  {first.name}  用户名 [bold]{first.username}[/]  一次性密码 [bold]{first.password}[/]")
