"""All steps over a small corpus: what each takes out, and that a killed run goes on where it was."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from brain.platform.corpora.adapters.stages import Keep, samples
from brain.platform.corpora.domain import datasheet
from brain.platform.corpora.domain.documents import Block, Document
from brain.platform.corpora.domain.recipes import DuplicateLimits, Settings, Splitting
from brain.platform.corpora.domain.samples import Sample
from brain.platform.corpora.service import pipeline, steps
from brain.platform.corpora.service.building import recognise
from brain.platform.corpora.service.intake import Incoming, Rights
from brain.platform.ingestion.contract import Basis

WORDS = [
    "养犬", "登记", "机关", "应当", "规定", "的", "在", "和", "依照", "部门", "管理", "单位", "负责",
    "监督", "处以", "罚款", "责令", "改正", "期限", "产业", "轮胎", "橡胶", "数据", "平台", "企业", "申请",
    "材料", "审批",
]  # fmt: skip
RIGHTS = Rights(source="法规库", provider="甲方", licence="法律法规", as_of=date(2020, 1, 1))


def statute(seed: int, sentences: int = 30) -> str:
    random = np.random.default_rng(seed)
    lines = ["".join(random.choice(WORDS, 12)) + "。" for _ in range(sentences)]
    return "\n\n".join(lines)


def document(number: int, text: str, year: int = 2020) -> Document:
    blocks = tuple(Block(kind="paragraph", text=part) for part in text.split("\n\n"))
    return Document(title=f"条例{number}", blocks=blocks, number=number, as_of=date(year, 1, 1))


STATUTE = statute(1)
AMENDED = STATUTE.replace("。", "，", 1) + "\n\n本条例自公布之日起施行。"
DOCUMENTS = [
    document(0, STATUTE, 2010),
    document(1, AMENDED, 2022),
    document(2, AMENDED.replace("，", "。", 1), 2015),
    document(3, statute(2) + "\n\n联系人：王建国，电话13812345678"),
    document(4, "太短。"),
    document(5, "Tous les êtres humains naissent libres et égaux en dignité et en droits. " * 9),
    *(document(number, statute(number)) for number in range(6, 40)),
]
SETTINGS = Settings(splitting=Splitting(test_share=0.2))


def incoming() -> Incoming:
    return ((one, "d" * 64, RIGHTS) for one in DOCUMENTS)


def run(folder: Path, settings: Settings = SETTINGS) -> tuple[pipeline.Done, dict[int, Sample]]:
    done = pipeline.run(folder, incoming, settings, recognise)
    return done, {sample.number: sample for sample in samples(done.samples)}


def test_each_step_takes_out_what_it_is_for_and_says_why(tmp_path: Path) -> None:
    done, kept = run(tmp_path / "a")
    reports = {report.step: report for report in done.reports}

    assert sorted(kept) == [1, 3, *range(6, 40)]
    assert reports["language"].dropped == {"language_other": 1}
    assert reports["quality"].dropped == {"too_short": 1}
    assert reports["copies"].dropped == {"copy": 1}
    assert reports["near_copies"].dropped == {"near_copy": 1}
    assert reports["near_copies"].examples[0].other == kept[1].id
    assert reports["personal_data"].changed == {"person_name": 1, "mobile": 1}
    assert [before.after for before in done.reports[:-1]] == [after.before for after in done.reports[1:]]


def test_the_newest_version_stays_and_names_those_it_replaces(tmp_path: Path) -> None:
    _, kept = run(tmp_path / "a")

    assert kept[1].as_of == date(2022, 1, 1)
    assert {name.split("-")[1] for name in kept[1].replaces} == {"0", "2"}


def test_personal_data_leave_the_text_and_are_counted_with_it(tmp_path: Path) -> None:
    _, kept = run(tmp_path / "a")

    assert kept[3].text.endswith("联系人：［姓名］，电话［手机号］")
    assert kept[3].removed == {"person_name": 1, "mobile": 1}


def test_a_part_is_held_back_the_same_each_time(tmp_path: Path) -> None:
    first, second = run(tmp_path / "a")[1], run(tmp_path / "b")[1]
    held_back = {number for number, sample in first.items() if sample.split == "test"}

    assert first == second
    assert 2 <= len(held_back) <= 15


def test_related_samples_are_held_back_together_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = statute(99, 40).split("\n\n")
    related = [
        document(n, "\n\n".join([*base[:33], *statute(1_000 + n, 7).split("\n\n")])) for n in range(100, 112)
    ]
    monkeypatch.setattr("tests.platform.corpora.test_pipeline.DOCUMENTS", [*related, *DOCUMENTS[6:]])

    sides = [
        {kept[n].split for n in range(100, 112)}
        for kept in (
            run(tmp_path / str(seed), Settings(splitting=Splitting(test_share=0.5), seed=seed))[1]
            for seed in range(4)
        )
    ]

    assert all(len(side) == 1 for side in sides)


def test_known_paragraphs_are_spared_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = "任何单位和个人都有权对违反本条例的行为进行投诉和举报，有关部门应当及时处理并予以答复。"
    newer, older = (
        document(0, f"{statute(5)}\n\n{shared}", 2022),
        document(1, f"{statute(6)}\n\n{shared}", 2012),
    )
    monkeypatch.setattr("tests.platform.corpora.test_pipeline.DOCUMENTS", [older, newer])
    settings = Settings(
        duplicates=DuplicateLimits(paragraph_characters=30), splitting=Splitting(test_share=0.0)
    )

    done, kept = run(tmp_path / "a", settings)

    assert shared in kept[0].text
    assert shared not in kept[1].text
    assert {report.step: report for report in done.reports}["paragraphs"].changed == {
        "paragraphs": 1,
        "characters": len(shared),
    }


def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = run(tmp_path / "whole")[1]

    def killed(path: Path, keep: Keep, tally: object) -> None:
        keep(next(samples(path)))
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(steps, "without_copies", killed)
        with pytest.raises(KeyboardInterrupt):
            run(tmp_path / "a")

    def read_again() -> Incoming:
        raise AssertionError("the documents were taken in before")

    told: list[str] = []
    done = pipeline.run(tmp_path / "a", read_again, SETTINGS, recognise, told.append)

    assert told[:3] == ["language", "quality", "copies"]
    assert {sample.number: sample for sample in samples(done.samples)} == expected


def test_the_datasheet_has_words_for_every_ground_and_every_step(tmp_path: Path) -> None:
    settings = Settings(duplicates=DuplicateLimits(paragraph_characters=30))

    done, _ = run(tmp_path / "a", settings)

    assert set(datasheet.BASES) == set(Basis)
    assert list(datasheet.STEPS) == [report.step for report in done.reports]


KILLED = """
import sys, time
from pathlib import Path
from brain.platform.corpora.service import pipeline, steps
from tests.platform.corpora.test_pipeline import SETTINGS, incoming, recognise

def slow(path, keep, tally):
    Path(sys.argv[2]).touch()
    time.sleep(60)

steps.without_copies = slow
pipeline.run(Path(sys.argv[1]), incoming, SETTINGS, recognise)
"""


def test_a_process_killed_in_a_step_leaves_what_the_next_one_goes_on_with(tmp_path: Path) -> None:
    expected = run(tmp_path / "whole")[1]
    reached, root = tmp_path / "reached", Path(__file__).parents[3]
    command = [sys.executable, "-c", KILLED, str(tmp_path / "a"), str(reached)]

    with subprocess.Popen(command, cwd=root) as process:
        began = time.monotonic()
        while not reached.exists():
            assert process.poll() is None
            assert time.monotonic() - began < 60
            time.sleep(0.05)
        process.kill()
    told: list[str] = []
    done = pipeline.run(tmp_path / "a", incoming, SETTINGS, recognise, told.append)

    assert told[:3] == ["language", "quality", "copies"]
    assert {sample.number: sample for sample in samples(done.samples)} == expected
