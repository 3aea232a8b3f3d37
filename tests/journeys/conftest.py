"""A real `brain up`, a real Chromium, people who sign in with their one-time passwords."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)

from brain.nodes.plan import free_port
from tests.nodes.test_launch import Up

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = Path(os.environ.get("BRAIN_PICTURES", Path(__file__).parent / "pictures"))
WALL = ViewportSize(width=1920, height=1080)
PHONE = ViewportSize(width=390, height=844)
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NODE = re.compile(r"^\S.*  (http://\S+)$", re.MULTILINE)
NODES = ("centre", "brain", "factory", "other_factory")  # in the order in which they are told
LINE = re.compile(r"用户名 (\S+)\s+一次性密码 (\S+)")


@dataclass
class Site:
    """The running nodes: addresses, and the password that each person has now."""

    addresses: dict[str, str]
    passwords: dict[tuple[str, str], str]
    changed: set[tuple[str, str]] = field(default_factory=set)


def site_of(printed: str) -> Site:
    """Read addresses and one-time passwords off the terminal, as a person would."""
    told = NODE.split(printed)[1:]
    addresses = dict(zip(NODES, told[::2], strict=False))
    passwords = {
        (node, name): password
        for node, lines in zip(NODES, told[1::2], strict=False)
        for name, password in LINE.findall(lines)
    }
    return Site(addresses, passwords)


def running_site(folder: Path, *options: str, factories: int = 0) -> Iterator[Site]:
    up = Up(folder, (free_port(), free_port()), *options, factories=factories)
    try:
        yield site_of(up.until("已就绪", 280))
    finally:
        if up.process.poll() is None:
            up.interrupt()


@pytest.fixture(scope="session")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this machine that the demonstration may collect from."""
    return tmp_path_factory.mktemp("inbox")


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory, inbox: Path) -> Iterator[Site]:
    """What plain `make run` shows: a generated world, the loop already gone through once."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BRAIN_INGESTION__FOLDERS", f'["{inbox}"]')
        environment.setenv("BRAIN_INGESTION__HOSTS", '["127.0.0.1"]')  # each other
        folder = tmp_path_factory.mktemp("demonstration")
        yield from running_site(folder, factories=min(free_port(), 58_000))


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A new installation: three administrators on each node and nothing else."""
    yield from running_site(tmp_path_factory.mktemp("empty"), "--no-demo")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "没有 Chromium：apt-get install -y chromium fonts-noto-cjk"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, headless=True, args=CHROMIUM_OPTIONS)
        yield opened
        opened.close()


class Visitor:
    """One browser window; whatever goes wrong in it is remembered and fails the test at its end."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = home
        self.page: Page = context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(f"page error: {error}"))
        context.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        # A refusal that the page shows (401, 403, 404, 409, 422 …) is also logged by the browser itself.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.wrong.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.wrong.append(f"left the host: {request.url}")

    def go(self, path: str) -> Page:
        self.page.goto(self.home + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def picture(self, name: str) -> None:
        PICTURES.mkdir(exist_ok=True, parents=True)
        self.page.screenshot(path=PICTURES / f"{name}.png")

    def axe(self) -> list[str]:
        """WCAG A and AA violations of the page as it stands."""
        self.page.evaluate(AXE.read_text())
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}
        found: dict[str, Any] = self.page.evaluate("rules => axe.run(document, rules)", rules)
        places = {v["help"]: [node["target"] for node in v["nodes"]][:5] for v in found["violations"]}
        return [f"{rule}: {targets}" for rule, targets in places.items()]

    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        return int(
            self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        )

    def sign_in(self, site: Site, node: str, username: str) -> None:
        """With the one-time password and its forced change the first time, with the new one later."""
        who, page = (node, username), self.go("/login")
        page.get_by_label("账号").fill(username)
        page.get_by_label("密码").fill(site.passwords[who])
        page.get_by_role("button", name="登录").click()
        if who not in site.changed:
            fresh = f"Copper-River-{len(site.changed) + 10}!"
            page.get_by_label("原密码").fill(site.passwords[who])
            page.get_by_label("新密码").first.fill(fresh)
            page.get_by_label("确认新密码").fill(fresh)
            page.get_by_role("button", name="修改密码").click()
            site.passwords[who] = fresh
            site.changed.add(who)
        page.wait_for_url(lambda url: urlsplit(url).path not in {"/login", "/password"})
        page.get_by_role("main").first.wait_for()


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """`visit(site, "brain", "operator")`: a window signed in there; `size=PHONE` for a phone."""
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []

    def make(
        site: Site, node: str, username: str | None, size: ViewportSize = WALL, **options: Any
    ) -> Visitor:
        context = browser.new_context(viewport=size, locale="zh-CN", timezone_id="Asia/Shanghai", **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        visitor = Visitor(context, site.addresses[node])
        visitors.append(visitor)
        if username:
            visitor.sign_in(site, node, username)
        return visitor

    yield make
    wrong = [problem for visitor in visitors for problem in visitor.wrong]
    for context in contexts:
        context.close()
    assert wrong == []
