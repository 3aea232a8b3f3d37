"""Precision and recall of the matcher against labels given by hand."""

from collections import defaultdict
from dataclasses import dataclass

from brain.scenarios.industry_graph.algorithm.matching import Matcher
from brain.scenarios.industry_graph.domain.attachment import EnterpriseText
from tests.scenarios.industry_graph.registrations import Label, labels


@dataclass(frozen=True)
class Measure:
    right: int
    judged: int

    @property
    def rate(self) -> float:
        return self.right / self.judged


def found_in(matcher: Matcher, enterprise: EnterpriseText) -> dict[str, str]:
    return {attachment.product: attachment.role for attachment in matcher.attachments(enterprise)}


def held(label: Label, found: dict[str, str]) -> bool:
    return label.product in found and label.role in ("", found[label.product])


def precision_of_attachments(matcher: Matcher, texts: dict[str, EnterpriseText], half: str) -> Measure:
    """Of the sampled attachments that the matcher still makes, how many are right."""
    made = [
        label
        for label in labels("attachment", half)
        if label.answer != "unsure" and held(label, found_in(matcher, texts[label.credit_code]))
    ]
    return Measure(sum(label.answer == "yes" for label in made), len(made))


def recall_and_precision_of_enterprises(
    matcher: Matcher, texts: dict[str, EnterpriseText], half: str
) -> tuple[Measure, Measure]:
    """How many of the products read from the sampled enterprises are found, and how many found are right."""
    by_enterprise: dict[str, list[Label]] = defaultdict(list)
    for label in labels("enterprise", half):
        by_enterprise[label.credit_code].append(label)
    wanted = right = made = 0
    for credit_code, read in by_enterprise.items():
        found = found_in(matcher, texts[credit_code])
        certain = [label for label in read if label.answer == "yes"]
        unsure = {label.product for label in read if label.answer == "unsure"}
        wanted += len(certain)
        right += sum(held(label, found) for label in certain)
        made += len(found.keys() - unsure)
    return Measure(right, wanted), Measure(right, made)
