"""The file of grading rules: complete, in step with the detectors, refused where it has gaps."""

from importlib.resources import files

import pytest

from brain.kit.errors import Invalid
from brain.platform.governance.domain.grading import rules
from brain.platform.governance.domain.grading.levels import Harm, Level, Subject
from brain.platform.governance.domain.identifier_kinds import KINDS

TEXT = files(rules.__package__).joinpath("rules.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("subject", "levels"),
    [
        (Subject.NATIONAL_SECURITY, [Level.IMPORTANT, Level.CORE, Level.CORE]),
        (Subject.ECONOMY, [Level.GENERAL_4, Level.IMPORTANT, Level.CORE]),
        (Subject.PUBLIC_INTEREST, [Level.GENERAL_4, Level.IMPORTANT, Level.CORE]),
        (Subject.INDIVIDUAL, [Level.GENERAL_2, Level.GENERAL_3, Level.GENERAL_4]),
        (Subject.ORGANISATION, [Level.GENERAL_2, Level.GENERAL_3, Level.GENERAL_4]),
    ],
)
def test_the_matrix_is_that_of_the_standard(subject: Subject, levels: list[Level]) -> None:
    """GB/T 43697-2024 6.5, and annex H within general data."""
    matrix = rules.shipped().matrix

    assert [matrix[subject, harm] for harm in (Harm.ORDINARY, Harm.SERIOUS, Harm.SPECIALLY_SERIOUS)] == levels


def test_the_preview_proposes_the_same_levels_as_the_rules() -> None:
    shipped = rules.shipped()

    assert {kind.name: kind.level for kind in KINDS} == {
        kind: int(shipped.level(rule.harms)) for kind, rule in shipped.kinds.items()
    }


def test_a_replaced_matrix_decides() -> None:
    strict = rules.read(TEXT.replace('ordinary = "general_2"', 'ordinary = "general_3"'))

    assert strict.level([(Subject.INDIVIDUAL, Harm.ORDINARY)]) == Level.GENERAL_3
    assert rules.shipped().level([(Subject.INDIVIDUAL, Harm.ORDINARY)]) == Level.GENERAL_2


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('serious = "core"\n', "", "matrix.national_security.serious"),
        ('"personal.identity", harms', '"personal.soul", harms', "personal.soul"),
        ('roles = ["birth", "sex", "region"]', 'roles = ["birth", "shoe"]', "shoe"),
        ('ordinary = "important"', 'ordinary = "secret"', "secret"),
        ('individual = "serious"', 'individual = "dreadful"', "dreadful"),
        ('version = "2026.1"', "", "version"),
        ('version = "2026.1"', "version", "TOML"),
        ('measure = "coverage"', 'measure = "beauty"', "beauty"),
        ('mark = "minors"', 'mark = "minors"\nmeasure = "people"', "minors"),
        ("[protection.core]", "[protection.general_2x]", "general_2x"),
    ],
)
def test_rules_that_do_not_hold_together_are_refused(before: str, after: str, said: str) -> None:
    assert before in TEXT

    with pytest.raises(Invalid, match=said):
        rules.read(TEXT.replace(before, after, 1))
