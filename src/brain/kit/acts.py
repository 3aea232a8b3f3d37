"""The words of the audit log: kinds of things, and what is done to them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of thing that acts are done to.

    `page` is the portal's address of one of them, with `{}` for its number, open to holders of `scope`.
    """

    name: str
    title: str
    title_en: str
    page: str | None = None
    scope: str | None = None


@dataclass(frozen=True, kw_only=True)
class Act:
    """A step worth the audit log, `<room>.<verb>`, in the room's own words."""

    name: str
    title: str
    title_en: str
    of: Kind
