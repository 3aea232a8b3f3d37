"""Centres with a sandbox."""

from tests.sandboxes import sandbox_dsn

__all__ = ["sandbox_dsn"]
