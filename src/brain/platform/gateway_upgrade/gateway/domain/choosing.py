"""Whether a release may be installed here at all."""

from dataclasses import dataclass

from packaging.version import Version

from brain.kit.errors import Conflict


@dataclass(frozen=True)
class Candidate:
    """`made_for`: Python and platform."""

    version: str
    requires: str
    made_for: tuple[str, str]


def check(release: Candidate, running: str, here: tuple[str, str]) -> None:
    """Raises Conflict. An older release is refused also with a good signature: its faults may be known."""
    if Version(release.version) <= Version(running):
        raise Conflict(f"版本 {release.version} 不比正在运行的 {running} 新：不能用旧版本替换")
    if Version(running) < Version(release.requires):
        raise Conflict(f"版本 {release.version} 须从 {release.requires} 起升级，现在是 {running}")
    if release.made_for != here:
        theirs, ours = "、".join(release.made_for), "、".join(here)
        raise Conflict(f"版本 {release.version} 是给 Python {theirs} 的，本机是 Python {ours}")
