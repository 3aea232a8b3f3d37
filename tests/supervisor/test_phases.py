"""The supervisor with slots whose release is a few lines of shell: what it does when, and what it never
does."""

import os
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pytest

from brain.kit import jws
from brain.platform.gateway_upgrade.protocol.packages import supervisor
from brain.supervisor import slots
from brain.supervisor.phases import Supervisor, Watch
from brain.supervisor.slots import State

RELEASE = """#!/bin/sh
echo "{slot} $3 $4 $5" >> {root}/journal
case "$3" in
  newest) printf {slot}-schema ;;
  up) {up} ;;
  down) {down} ;;
  "") {serve} ;;
esac
"""
RUN = "while :; do sleep 0.05; done"


@dataclass
class Bench:
    root: Path
    supervisor: Supervisor = field(init=False)
    running: threading.Thread | None = None

    def __post_init__(self) -> None:
        self.supervisor = Supervisor(self.root)

    def slot(self, name: str, *, serve: str = RUN, up: str = ":", down: str = ":") -> None:
        place = Path(slots.python(self.root, name))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(RELEASE.format(slot=name, root=self.root, serve=serve, up=up, down=down))
        place.chmod(0o755)

    def begin(self, **state: object) -> None:
        told = asdict(State(live="a")) | state
        slots.write(self.root / "state.json", told)
        self.running = threading.Thread(target=self.supervisor.run)
        self.running.start()

    def end(self) -> None:
        self.supervisor.stop.set()
        if self.running:
            self.running.join()

    @property
    def state(self) -> State:
        return State(**slots.read(self.root / "state.json"))

    def journal(self) -> list[str]:
        path = self.root / "journal"
        return [line.strip() for line in path.read_text().splitlines()] if path.exists() else []

    def until(self, outcome: str, *, fit: bool | None = None) -> State:
        """`fit`: what the release on trial says of itself meanwhile; nothing where it is empty."""
        deadline, beat = time.monotonic() + 30, 0
        while (state := self.state).outcome != outcome:
            assert time.monotonic() < deadline, (state, self.journal())
            if fit is not None and state.phase == "trial":
                beat += 1
                slots.tell_fitness(self.root, state.order, beat, "" if fit else "来源没有数据")
            time.sleep(0.05)
        return state


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr("brain.supervisor.phases.LOOK_EVERY", 0.05)
    (tmp_path / "gateway.env").write_text("BRAIN_NODE__KIND=factory_gateway\n# a comment\n")
    made = Bench(tmp_path)
    made.slot("a")
    made.slot("b")
    yield made
    made.end()


SWITCHING = {"phase": "switching", "order": "1.1", "revision": "a-schema", "trial": 0.5, "window": 3.0}


def test_a_fit_release_is_kept(bench: Bench) -> None:
    bench.begin(**SWITCHING)
    state = bench.until("kept", fit=True)
    assert (state.live, state.phase, state.why) == ("b", "settled", "")
    assert bench.journal() == ["b up", "b"]


def test_one_that_never_becomes_fit_goes_back_with_its_schema(bench: Bench) -> None:
    bench.begin(**SWITCHING)
    state = bench.until("returned", fit=False)
    assert (state.live, state.why) == ("a", "来源没有数据")
    assert bench.journal()[:3] == ["b up", "b", "b down a-schema"]


def test_one_that_says_nothing_goes_back(bench: Bench) -> None:
    bench.begin(**SWITCHING)
    assert bench.until("returned").why == "新版本没有报告运行情况"


def test_one_that_dies_goes_back(bench: Bench) -> None:
    bench.slot("b", serve="exit 3")
    bench.begin(**SWITCHING | {"window": 30.0})
    assert "退出了 3 次" in bench.until("returned").why
    assert bench.journal().count("b") == 3


def test_one_whose_schema_fails_is_not_tried(bench: Bench) -> None:
    bench.slot("b", up="echo 表已存在; exit 1")
    bench.begin(**SWITCHING)
    assert "表已存在" in bench.until("returned").why
    assert "b" not in bench.journal()


def test_the_old_release_runs_also_where_the_schema_stays(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brain.supervisor.phases.RETURN_PAUSES", (0, 0, 0))
    bench.slot("b", serve="exit 3", down="echo 不能退; exit 1")
    bench.begin(**SWITCHING | {"window": 30.0})
    state = bench.until("returned")
    assert (state.live, "不能退" in state.why) == ("a", True)


def test_a_trial_that_kills_the_supervisor_is_not_tried_for_ever(bench: Bench) -> None:
    bench.begin(**SWITCHING | {"phase": "trial", "deaths": 3})
    assert "3 次都没有完成" in bench.until("returned").why
    assert "b" not in bench.journal()


def test_a_release_that_cannot_be_installed_changes_nothing(bench: Bench) -> None:
    bench.begin()
    payload = '{"python": "3.1", "files": []}'
    release = f"x.{jws.encoded(payload.encode())}.x"
    slots.order_upgrade(bench.root, "7.1", release, 1.0, 2.0)
    state = bench.until("failed")
    assert (state.live, state.phase, "Python 3.1" in state.why) == ("a", "settled", True)
    time.sleep(0.2)
    assert not (bench.root / "order.json").exists()
    assert bench.journal() == ["a", "a newest"]


def test_nonsense_in_an_order_changes_nothing(bench: Bench) -> None:
    bench.begin()
    slots.write(bench.root / "order.json", {"do": "upgrade", "number": "8.1", "trial": "soon"})
    assert bench.until("failed").live == "a"


def test_the_owner_goes_back_during_a_trial_and_after(bench: Bench) -> None:
    bench.begin(**SWITCHING | {"window": 30.0})
    while bench.state.phase != "trial":
        time.sleep(0.02)
    slots.order_return(bench.root, "1.1.back", "报表不对")
    state = bench.until("returned")
    assert (state.live, state.why, state.order) == ("a", "报表不对", "1.1.back")

    bench.end()
    (bench.root / "journal").unlink()
    (bench.root / "order.json").unlink(missing_ok=True)
    bench.supervisor = Supervisor(bench.root)
    bench.begin(live="b", order="1.2", outcome="kept")
    slots.order_return(bench.root, "1.2.back", "不好用")
    assert bench.until("returned").live == "a"
    assert [each for each in bench.journal() if each not in ("a", "b")] == ["a newest", "b down a-schema"]


def test_what_dies_is_started_again(bench: Bench) -> None:
    bench.slot("a", serve="exit 1")
    bench.begin()
    while bench.journal().count("a") < 3:
        time.sleep(0.05)


def test_fitness_must_go_on_being_told() -> None:
    watch = Watch(began=0.0)
    assert watch.fit({"order": "1", "beat": 1, "fit": True}, "1", 1.0) == 0.0
    assert watch.fit({"order": "1", "beat": 2, "fit": True}, "1", 11.0) == 10.0
    assert watch.fit({"order": "1", "beat": 2, "fit": True}, "1", 42.0) == 0.0  # the same number for too long
    assert watch.fit({"order": "other", "beat": 9, "fit": True}, "1", 43.0) == 0.0


def test_it_needs_nothing_but_python(tmp_path: Path) -> None:
    archive = tmp_path / "supervisor.pyz"
    with zipfile.ZipFile(archive, "w") as made:
        for name, source in supervisor():
            made.writestr(name, source)
    command = [sys.executable, "-I", "-S", str(archive)]
    ran = subprocess.run(
        [*command, "what", "else"], capture_output=True, check=False, env={"PATH": os.defpath}
    )
    assert (ran.returncode, b"prepare" in ran.stderr) == (1, True), ran.stderr
