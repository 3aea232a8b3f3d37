"""Commands for whoever publishes releases of the gateway: they need no node and no network."""

from pathlib import Path
from typing import Annotated

import typer

from brain.kit import jws, key_files
from brain.kit.clock import now
from brain.nodes.signing import Passphrase
from brain.nodes.terminal import console, refusals_shown
from brain.platform.gateway_upgrade import contract as releases

app = typer.Typer(no_args_is_help=True, help="工厂网关的版本：发布者在自己的电脑上做密钥、打包、签名。")


@app.command(name="new-key")
def new_key(
    file: Annotated[Path, typer.Argument(help="私钥写到哪里；已有的不覆盖")], passphrase: Passphrase
) -> None:
    """做一对密钥。私钥留在这台电脑上；网关安装时记住公钥，以后只接受它签名的版本。"""
    with refusals_shown():
        public = key_files.write_new(file, passphrase)
    console.print(f"公钥  {public}\n指纹  {jws.fingerprint(public)}")


@app.command()
def pack(  # noqa: PLR0913, PLR0917 - one for each option
    wheels: Annotated[
        Path, typer.Argument(help="wheel 的文件夹（scripts/gateway-wheels）", exists=True, file_okay=False)
    ],
    key: Annotated[Path, typer.Option(help="发布者的私钥文件", exists=True, dir_okay=False)],
    passphrase: Passphrase,
    requires: Annotated[str, typer.Option(help="可以从哪一版起升级")],
    notes: Annotated[str, typer.Option(help="这一版有什么不同，给企业负责人看")],
    to: Annotated[Path, typer.Option(help="安装包写到哪里（.zip）")],
    notes_en: Annotated[str, typer.Option(help="同上，英文")] = "",
) -> None:
    """打成一个签名的安装包：同样的 Python 与系统的网关可用；新电脑上 python3 安装包 文件夹 即安装。"""
    with refusals_shown():
        private = key_files.opened(key.read_bytes(), passphrase)
        told = releases.Told(requires=requires, notes=notes, notes_en=notes_en, issued_at=now())
        releases.pack(sorted(wheels.glob("*.whl")), told, private, to)
    console.print(f"已签名：{to}。请上传到大脑的“网关版本”，或在网关的“软件升级”上传。")
