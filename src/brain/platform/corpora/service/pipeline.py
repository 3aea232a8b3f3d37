"""From documents to finished samples: each step is a file and a report, and is not done twice."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from brain.platform.corpora.adapters.stages import samples, save, writing
from brain.platform.corpora.algorithm.mixture import Share, shares
from brain.platform.corpora.algorithm.personal_data import Recognise
from brain.platform.corpora.domain.recipes import Settings
from brain.platform.corpora.domain.reports import StepReport, Tally
from brain.platform.corpora.service import steps
from brain.platform.corpora.service.intake import Incoming, take_in
from brain.platform.corpora.service.steps import Step

Progress = Callable[[str], None]  # told the name of each step as it begins


@dataclass(frozen=True, kw_only=True)
class Done:
    """The finished samples in a file, what each step took out, and each source's share."""

    samples: Path
    reports: list[StepReport]
    shares: dict[str, Share]


def run(
    folder: Path,
    incoming: Callable[[], Incoming],
    settings: Settings,
    recognise: Recognise,
    progress: Progress = lambda step: None,
) -> Done:
    """Work in `folder`, which must belong to these documents and settings alone: a step whose report lies
    there is taken as done, so that a killed run goes on where it was."""
    folder.mkdir(parents=True, exist_ok=True)
    reports = [_intake(folder, incoming, progress)]
    for number, (name, step) in enumerate(_steps(settings, recognise), start=1):
        progress(name)
        before = folder / f"{number - 1}.jsonl"
        reports.append(_step(before, folder / f"{number}.jsonl", name, step))
    files = {report.step: folder / f"{number}.jsonl" for number, report in enumerate(reports)}
    before = folder / f"{list(files).index('mixture') - 1}.jsonl"
    found = shares(_tokens(before), _tokens(files["mixture"]))
    return Done(samples=files["split"], reports=reports, shares=found)


def _tokens(path: Path) -> Counter[str]:
    """By source."""
    counted: Counter[str] = Counter()
    for sample in samples(path):
        counted[sample.source] += sample.tokens
    return counted


def _steps(settings: Settings, recognise: Recognise) -> list[tuple[str, Step]]:
    limits = settings.duplicates
    chain: list[tuple[str, Step]] = [
        ("language", steps.by_language(settings.languages)),
        ("quality", steps.by_quality(settings.quality)),
        ("copies", steps.without_copies),
        ("near_copies", steps.without_near_copies(limits.similarity)),
    ]
    if limits.paragraph_characters is not None:
        least = settings.quality.least_characters
        step = steps.without_known_paragraphs(limits.paragraph_characters, least)
        chain.append(("paragraphs", step))
    if settings.hide_personal:
        chain.append(("personal_data", steps.without_personal_data(recognise)))
    return [*chain, ("mixture", steps.mixed(settings)), ("split", steps.split(settings))]


def _intake(folder: Path, incoming: Callable[[], Incoming], progress: Progress) -> StepReport:
    path, told = folder / "0.jsonl", folder / "0.json"
    if told.is_file():
        return _report(told)
    progress("clean")
    started, tally = time.monotonic(), Tally(step="clean")
    take_in(incoming(), path, tally)
    return _saved(told, tally.report(time.monotonic() - started))


def _step(before: Path, path: Path, name: str, step: Step) -> StepReport:
    told = path.with_suffix(".json")
    if told.is_file():
        return _report(told)
    started, tally = time.monotonic(), Tally(step=name)
    with writing(path) as keep:
        step(before, keep, tally)
    return _saved(told, tally.report(time.monotonic() - started))


def _report(path: Path) -> StepReport:
    return msgspec.json.decode(path.read_bytes(), type=StepReport)


def _saved(path: Path, report: StepReport) -> StepReport:
    save(path, report)
    return report
