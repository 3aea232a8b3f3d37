"""Commands for whoever signs a factory's configurations: they need no node and no network."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from brain.kit import jws, key_files
from brain.kit.clock import now
from brain.kit.errors import Invalid
from brain.nodes.terminal import console, refusals_shown
from brain.platform.gateway_configuration import contract as signing

app = typer.Typer(no_args_is_help=True, help="工厂网关的远程配置：在管理员自己的电脑上做密钥、签名。")

Passphrase = Annotated[
    str, typer.Option(envvar="BRAIN_PASSPHRASE", prompt="私钥的密码", hide_input=True, help="保护私钥的密码")
]


@app.command(name="new-key")
def new_key(
    file: Annotated[Path, typer.Argument(help="私钥写到哪里；已有的不覆盖")], passphrase: Passphrase
) -> None:
    """做一对密钥。私钥留在这台电脑上；公钥由企业负责人登记到网关的“远程配置”。"""
    with refusals_shown():
        public = key_files.write_new(file, passphrase)
    console.print(f"公钥  {public}\n指纹  {jws.fingerprint(public)}（登记后与网关页面上的核对）")


@app.command()
def sign(  # noqa: PLR0913, PLR0917 - one for each option
    draft: Annotated[Path, typer.Argument(help="从网关下载的底稿（JSON）", exists=True, dir_okay=False)],
    changes: Annotated[Path, typer.Argument(help="要改什么（JSON 数组）", exists=True, dir_okay=False)],
    key: Annotated[Path, typer.Option(help="私钥文件", exists=True, dir_okay=False)],
    passphrase: Passphrase,
    author: Annotated[str, typer.Option(help="谁写的")],
    reason: Annotated[str, typer.Option(help="为什么改")],
    to: Annotated[Path, typer.Option(help="签名的配置写到哪里")],
    days: Annotated[int, typer.Option(min=1, max=90, help="几天内有效")] = 7,
) -> None:
    """写成一份配置并签名：密码只有那台网关解得开，送它的人看不到也改不了。"""
    at = now()
    with refusals_shown():
        wanted = signing.Wanted(
            changes=_read(changes, list),
            author=author,
            reason=reason,
            valid_from=at - timedelta(minutes=5),
            valid_until=at + timedelta(days=days),
        )
        private = key_files.opened(key.read_bytes(), passphrase)
        to.write_text(signing.signed(_read(draft, dict), wanted, private))
    console.print(f"已签名：{to}。请在网关的“远程配置”上传，或交给大脑的运营人员转送。")


def _read(file: Path, kind: type) -> Any:
    try:
        told = json.loads(file.read_text())
    except (ValueError, OSError) as wrong:
        raise Invalid(f"{file} 不是 JSON：{wrong}") from wrong
    if not isinstance(told, kind):
        raise Invalid(f"{file} 里应是一个 JSON {'数组' if kind is list else '对象'}")
    return told
