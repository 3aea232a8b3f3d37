"""The supervisor at work: runs the live slot, carries out orders, tries releases and goes back.

Every step is written down before it is done, and may be done again: it goes on there after a loss of power.
"""

import fcntl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from brain.supervisor.slots import Failed, State, dies_with_us, done, fill, python, read, settings, write

LOOK_EVERY = 0.5  # seconds
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before what died is started again
SETTLED = 60.0  # seconds it runs after which its next death is a new misfortune
STOP_PATIENCE = 30.0  # seconds that it is given to stop
SCHEMA_PATIENCE = 3600.0  # seconds
BEAT_PATIENCE = 30.0  # seconds without a sign after which a release on trial counts as unfit
RETURN_PAUSES = (0, 2, 10)  # seconds before each try to take the schema back
MOST_DEATHS = 3  # of a release on trial, or of this program while it tries one


@dataclass
class Gateway:
    """The process of one slot, started again with growing pauses when it dies."""

    root: Path
    slot: str
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    pause: float = FIRST_PAUSE
    deaths: int = 0
    due: float = 0.0

    def mend(self) -> None:
        at = time.monotonic()
        if self.process is not None and self.process.poll() is not None:
            self.process, self.deaths = None, self.deaths + 1
            self.pause = FIRST_PAUSE if at - self.began > SETTLED else min(self.pause * 2, LONGEST_PAUSE)
            self.due = at + self.pause
        if self.process is None and at >= self.due:
            self.began = at
            self.process = subprocess.Popen(
                [python(self.root, self.slot), "-m", "brain.nodes.serving"],
                env=settings(self.root), stdin=subprocess.DEVNULL, preexec_fn=dies_with_us,
            )  # fmt: skip

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None


@dataclass
class Supervisor:
    """Each phase is a method: it takes the state, does its work, and gives the state that follows."""

    root: Path
    stop: threading.Event = field(default_factory=threading.Event)
    gateway: Gateway | None = None

    def run(self) -> None:
        phases: dict[str, Callable[[State], State]] = {
            "settled": self.settled,
            "installing": self.installing,
            "switching": self.switching,
            "trial": self.trial,
            "returning": self.returning,
        }
        with only_one(self.root):
            state = State(**read(self.root / "state.json"))
            while not self.stop.is_set():
                after = phases[state.phase](state)
                if after != state:
                    self.keep(after)
                state = after
            self.halt()

    def keep(self, state: State) -> None:
        write(self.root / "state.json", asdict(state))
        print(f"{state.phase} live={state.live} order={state.order} {state.outcome} {state.why}", flush=True)

    def running(self, slot: str) -> Gateway:
        if self.gateway is None or self.gateway.slot != slot:
            self.halt()
            self.gateway = Gateway(self.root, slot)
        self.gateway.mend()
        return self.gateway

    def halt(self) -> None:
        if self.gateway is not None:
            self.gateway.stop()
            self.gateway = None

    def schema(self, slot: str, *words: str) -> str:
        command = [python(self.root, slot), "-m", "brain.nodes.schema", *words]
        return done(command, settings(self.root), SCHEMA_PATIENCE)

    def ordered(self, state: State) -> dict[str, Any] | None:
        """An order that is not carried out yet. One that was is put away: it may have been left behind."""
        path = self.root / "order.json"
        order = read(path)
        if not order:
            return None
        if order.get("number") == state.order and state.phase == "settled":
            path.unlink(missing_ok=True)
            return None
        return order

    def settled(self, state: State) -> State:
        while not self.stop.is_set():
            self.running(state.live)
            order = self.ordered(state)
            if order is not None:
                return self.begun(state, order)
            self.stop.wait(LOOK_EVERY)
        return state

    def begun(self, state: State, order: dict[str, Any]) -> State:
        begun = replace(
            state, order=str(order["number"]), outcome="", why=str(order.get("why", "")), deaths=0
        )
        try:
            if order["do"] != "upgrade":
                revision = self.schema(state.idle, "newest")
                return replace(begun, phase="returning", live=state.idle, revision=revision)
            return replace(
                begun,
                phase="installing",
                release=str(order["release"]),
                revision=self.schema(state.live, "newest"),
                trial=float(order["trial"]),
                window=float(order["window"]),
            )
        except (Failed, KeyError, ValueError) as wrong:
            return replace(begun, outcome="failed", why=str(wrong))

    def installing(self, state: State) -> State:
        """While the live release goes on running."""

        def meanwhile() -> None:
            self.running(state.live)
            if self.stop.is_set():
                raise Failed("停止运行")

        try:
            fill(self.root, state.idle, state.release, meanwhile)
        except (Failed, OSError, ValueError, LookupError) as wrong:
            if self.stop.is_set():
                return state
            return replace(state, phase="settled", outcome="failed", why=str(wrong))
        return replace(state, phase="switching")

    def switching(self, state: State) -> State:
        self.halt()
        try:
            self.schema(state.idle, "up")
        except Failed as wrong:
            return replace(state, phase="returning", why=f"数据库结构没有升级成：{wrong}")
        return replace(state, phase="trial", deaths=0)

    def trial(self, state: State) -> State:
        """Kept once it was fit for long enough without a break; sent back when its window is over."""
        state = replace(
            state, deaths=state.deaths + 1
        )  # counted before it begins: this program may die of it
        self.keep(state)
        back = replace(state, phase="returning")
        if state.deaths > MOST_DEATHS:
            return replace(back, why=f"试用了 {MOST_DEATHS} 次都没有完成")
        watch = Watch(began=time.monotonic())
        while not self.stop.is_set():
            order = self.ordered(state)
            if order is not None and order.get("do") == "return":
                return replace(back, order=str(order["number"]), why=str(order.get("why", "")))
            if self.running(state.idle).deaths >= MOST_DEATHS:
                return replace(back, why=f"新版本的进程退出了 {MOST_DEATHS} 次；{watch.why}".rstrip("；"))
            at = time.monotonic()
            if watch.fit(read(self.root / "fitness.json"), state.order, at) >= state.trial:
                return replace(state, phase="settled", live=state.idle, outcome="kept", why="", deaths=0)
            if at - watch.began > state.window:
                return replace(back, why=watch.why or "新版本没有报告运行情况")
            self.stop.wait(LOOK_EVERY)
        return state

    def returning(self, state: State) -> State:
        """Back to the live slot, its schema first. A gateway that collects on a newer schema is better than
        none: where the schema cannot be taken back, that is told and the old release runs."""
        self.halt()
        why = state.why
        for pause in RETURN_PAUSES:
            time.sleep(pause)
            try:
                self.schema(state.idle, "down", state.revision)
                break
            except Failed as wrong:
                problem = str(wrong)
        else:
            why = f"{why}；数据库结构没有退回：{problem}".lstrip("；")
        return replace(state, phase="settled", outcome="returned", why=why, deaths=0)


@dataclass
class Watch:
    """What a release on trial says of itself, by a number that must go on changing."""

    began: float
    beat: object = None
    heard: float = float("-inf")
    since: float | None = None
    why: str = ""

    def fit(self, told: dict[str, Any], order: str, at: float) -> float:
        """For how many seconds it has been fit without a break."""
        if told.get("order") == order and told.get("beat") != self.beat:
            self.beat, self.heard, self.why = told.get("beat"), at, str(told.get("why", ""))
        if at - self.heard > BEAT_PATIENCE or told.get("fit") is not True:
            self.since = None
        elif self.since is None:
            self.since = at
        return 0.0 if self.since is None else at - self.since


@contextmanager
def only_one(root: Path) -> Iterator[None]:
    with (root / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            sys.exit(f"{root} 已经在运行")
        yield
