"""Rules as written in TOML and JSON."""

import json
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.platform.governance.domain.quality import definitions
from brain.platform.governance.domain.quality.rules import (
    CheckDigit,
    CheckDigitOf,
    CodeTable,
    CrossField,
    Distribution,
    Measure,
    NotNull,
    Operator,
    Range,
    Unique,
    Volume,
)
from brain.platform.governance.domain.quality.terms import Rule, Severity

DECLARED = """
[[rule]]
kind = "not_null"
name = "code_filled"
column = "uscc"
severity = "stop"

[[rule]]
kind = "range"
name = "registered_lately"
column = "reg_date"
least = 1949-10-01
tolerated = 0.01
severity = "quarantine"
"""
texts = st.text(min_size=1, max_size=8)
rules = st.one_of(
    st.builds(NotNull, name=st.just("a"), column=texts, blank=st.booleans()),
    st.builds(Unique, name=st.just("b"), columns=st.lists(texts, min_size=1).map(tuple)),
    st.builds(CodeTable, name=st.just("c"), column=texts, codes=st.lists(texts, min_size=1).map(tuple)),
    st.builds(CheckDigit, name=st.just("d"), column=texts, of=st.sampled_from(CheckDigitOf)),
    st.builds(Range, name=st.just("e"), column=texts, least=st.one_of(st.dates(), st.integers())),
    st.builds(CrossField, name=st.just("f"), left=texts, operator=st.sampled_from(Operator), right=texts),
    st.builds(
        Distribution,
        name=st.just("g"),
        column=texts,
        measure=st.sampled_from(Measure),
        least=st.just(0.5),
        most=st.integers(min_value=1),
    ),
    st.builds(Volume, name=st.just("h"), least=st.integers(min_value=0)),
)


def test_rules_are_read_from_toml() -> None:
    code, registered = definitions.read_all(tomllib.loads(DECLARED)["rule"])

    assert code == NotNull(name="code_filled", column="uscc", severity=Severity.STOP)
    assert registered == Range(
        name="registered_lately",
        column="reg_date",
        least=date(1949, 10, 1),
        tolerated=0.01,
        severity=Severity.QUARANTINE,
    )


@given(rules, st.sampled_from(Severity), st.sampled_from([0.0, 0.25]))
def test_what_is_written_as_json_reads_as_the_same_rule(
    rule: Rule, severity: Severity, tolerated: float
) -> None:
    severity = severity if rule.of_rows else Severity.STOP
    rule = replace(rule, severity=severity, tolerated=tolerated)

    assert definitions.read(json.loads(json.dumps(definitions.written(rule)))) == rule


@pytest.mark.parametrize(
    ("definition", "place"),
    [
        ({"kind": "magic"}, "/kind"),
        ({"kind": "not_null", "name": "a"}, "/column"),
        ({"kind": "not_null", "name": "a", "column": "x", "colour": "red"}, "/colour"),
        ({"kind": "not_null", "name": "A b", "column": "x"}, "/name"),
        ({"kind": "not_null", "name": "a", "column": ""}, "/column"),
        ({"kind": "not_null", "name": "a", "column": "x", "severity": "loud"}, "/severity"),
        ({"kind": "not_null", "name": "a", "column": "x", "blank": 1}, "/blank"),
        ({"kind": "not_null", "name": "a", "column": "x", "tolerated": 1.0}, "/tolerated"),
        ({"kind": "unique", "name": "a", "columns": []}, "/columns"),
        ({"kind": "unique", "name": "a", "columns": "x"}, "/columns"),
        ({"kind": "range", "name": "a", "column": "x"}, "/least"),
        ({"kind": "range", "name": "a", "column": "x", "least": 2, "most": 1}, "/most"),
        ({"kind": "range", "name": "a", "column": "x", "least": "2020-13-01"}, "/least"),
        ({"kind": "range", "name": "a", "column": "x", "least": 1, "most": "2020-01-01"}, "/most"),
        ({"kind": "pattern", "name": "a", "column": "x", "regex": "("}, "/regex"),
        ({"kind": "pattern", "name": "a", "column": "x", "regex": "(?=a)"}, "/regex"),
        ({"kind": "pattern", "name": "a", "column": "x", "regex": r"(a)\1"}, "/regex"),
        ({"kind": "volume", "name": "a", "least": 1, "severity": "quarantine"}, "/severity"),
        ({"kind": "reference", "name": "a", "column": "x", "data_set": "a b", "key": "k"}, "/data_set"),
    ],
)
def test_a_wrong_definition_is_refused_at_its_place(definition: dict[str, object], place: str) -> None:
    with pytest.raises(Invalid) as refusal:
        definitions.read(definition)

    assert [each["loc"] for each in refusal.value.details["fields"]] == [place]


def test_every_wrong_rule_of_a_set_is_named() -> None:
    good = {"kind": "not_null", "name": "a", "column": "x"}

    with pytest.raises(Invalid) as refusal:
        definitions.read_all([good, {"kind": "unique"}, good])

    assert [each["loc"] for each in refusal.value.details["fields"]] == ["/1/name", "/1/columns", "/2/name"]
