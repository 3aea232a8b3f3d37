"""Which certificates a connector believes."""

import ssl

from brain.kit.errors import FieldError, Invalid


def trust(ca: str | None) -> ssl.SSLContext:
    """Those of the public authorities; where `ca` (PEM) is given, those it signed and no others."""
    try:
        return ssl.create_default_context(cadata=ca)
    except (ssl.SSLError, ValueError) as error:
        wrong: FieldError = {"loc": "/body/settings/ca", "message": "不是 PEM 格式的证书"}
        raise Invalid("CA 证书不能用", [wrong]) from error
