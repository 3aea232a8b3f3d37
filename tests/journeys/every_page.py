"""Every page that a menu leads to, for each kind of user: what is wrong with it."""

from collections.abc import Iterable

from tests.journeys.conftest import Visitor

USERS = [
    ("centre", "system-admin"),
    ("centre", "operator"),
    ("centre", "reviewer"),
    ("centre", "audit-admin"),
    ("brain", "operator"),
    ("brain", "analyst"),
    ("brain", "expert"),
    ("brain", "audit-admin"),
]
MENU = """async () => {
  const { groups } = await (await fetch('/api/portal/menu')).json()
  return groups.flatMap((group) => group.items.map((item) => item.path))
}"""


def problems_of(visitor: Visitor, path: str) -> list[str]:
    """What is wrong with one page: empty, too wide, or against WCAG."""
    page = visitor.go(path)
    found = [f"{path}: {rule}" for rule in visitor.axe()]
    if visitor.overflow() > 0:
        found.append(f"{path}: {visitor.overflow()} px too wide")
    if not page.get_by_role("heading").first.is_visible():
        found.append(f"{path}: no heading")
    if page.get_by_text("没有这个页面").count():
        found.append(f"{path}: the menu leads nowhere")
    return found


def menu(visitor: Visitor) -> list[str]:
    """The pages in the visitor's menu."""
    paths: list[str] = visitor.page.evaluate(MENU)
    assert len(paths) >= 3
    return paths


def problems_of_all(visitor: Visitor, paths: Iterable[str]) -> list[str]:
    return [problem for path in paths for problem in problems_of(visitor, path)]
