"""Private keys of people who sign, in files behind a passphrase."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from brain.kit import jws
from brain.kit.errors import Invalid

SHORTEST = 8  # letters of a passphrase


def new_key(passphrase: str) -> tuple[bytes, str]:
    """The private key as PEM (PKCS #8, behind the passphrase), and the public key to be registered."""
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode()))
    return pem, jws.public_text(key)


def opened(pem: bytes, passphrase: str) -> Ed25519PrivateKey:
    """Raises Invalid for a wrong passphrase, or another kind of file."""
    try:
        key = load_pem_private_key(pem, passphrase.encode())
    except (ValueError, TypeError) as wrong:
        raise Invalid("密码不对，或不是私钥文件") from wrong
    if not isinstance(key, Ed25519PrivateKey):
        raise Invalid("不是签名用的私钥（Ed25519）")
    return key


def write_new(file: Path, passphrase: str) -> str:
    """The public key. Raises Invalid for a short passphrase, or a file that is there already."""
    if len(passphrase) < SHORTEST:
        raise Invalid(f"密码至少 {SHORTEST} 个字符")
    pem, public = new_key(passphrase)
    try:
        file.touch(0o600, exist_ok=False)
    except FileExistsError as there:
        raise Invalid(f"{file} 已经有了，不覆盖") from there
    file.write_bytes(pem)
    return public
