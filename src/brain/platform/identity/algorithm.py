"""How passwords are made and compared."""

import secrets
import string

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from brain.platform.identity.domain import password_problems

HASHER = PasswordHasher()  # argon2id, RFC 9106 low-memory profile
NO_ONE = HASHER.hash(secrets.token_hex(16))  # verified for unknown names, so that timing tells nothing


def one_time_password() -> str:
    alphabet = "".join(c for c in string.ascii_letters + string.digits if c not in "0O1lI")
    while True:
        password = "-".join("".join(secrets.choice(alphabet) for _ in range(5)) for _ in range(4))
        if not password_problems(password, ""):
            return password


def verified(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except VerifyMismatchError:
        return False
