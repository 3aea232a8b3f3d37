"""Attaches an enterprise to products by its name and business scope, and explains every attachment."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brain.scenarios.industry_graph.algorithm.lexicon import Hit, Lexicon, Sense, either, narrowed
from brain.scenarios.industry_graph.algorithm.scope import Phrase, ScopeReader
from brain.scenarios.industry_graph.domain.attachment import Attachment, EnterpriseText, Evidence, combined
from brain.scenarios.industry_graph.domain.chain import ROLES, Chain, Role

# Measured on the labelled half that may be tuned on; see docs/algorithms/industry_graph.md.
GOVERNED, UNGOVERNED, NAMED, IN_CONTEXT = 0.92, 0.7, 0.6, 0.85
_JOINED = re.compile(r"(?:等|系列|及|和|与|以及|或|即)")
LONGEST_COMPOUND = 5
_REGION_AND_FORM = re.compile(r"\((?:[^)]*)\)|(?:股份)?有限(?:责任)?公司.*$|分公司$")


@dataclass(frozen=True)
class Finding:
    """One product in one role by one piece of evidence."""

    product: str
    role: Role
    evidence: Evidence


class Matcher:
    """Built once for a chain; reads enterprises one by one, each independent of the others."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._lexicon = Lexicon(chain)
        self._reader = ScopeReader(chain.wording)
        self._heads = either(chain.wording.heads)
        self._traded = either(chain.wording.verbs["trade"])
        self._harmless = re.compile(rf"(?:{either(chain.wording.tails).pattern}|[^\u4e00-\u9fff]+)")
        qualifying = [product for product in chain.products if product.qualifies]
        self._qualifying = {product.code for product in qualifying}
        self._qualifier = either(term for product in qualifying for term in product.terms)
        self._compounds = chain.wording.compounds
        self._shared = tuple(chain.wording.shared_heads)
        self._marks = {mark: either(words) for mark, words in chain.wording.name_marks.items()}

    def attachments(self, enterprise: EnterpriseText) -> list[Attachment]:
        """What the enterprise makes, trades or serves in this chain, the surest first."""
        name, scope = narrowed(enterprise.name), narrowed(enterprise.scope)
        if not (self._lexicon.mentions(name) or self._lexicon.mentions(scope)):
            return []
        phrases = self._reader.phrases(scope)
        context = f"{name}\n{scope}"
        findings = list(self._in_scope(phrases, name, context))
        findings += self._in_name(name, phrases, list(findings))
        return _gathered(enterprise.credit_code, findings, max(1, len(phrases)))

    def _in_scope(self, phrases: Sequence[Phrase], name: str, context: str) -> Iterator[Finding]:
        silent = not any(self._groups(phrase) & {"produce", "trade"} for phrase in phrases)
        default = self._role_by_name(name) if silent else "trader"
        for place, phrase in enumerate(phrases):
            following = phrases[place + 1].text if place + 1 < len(phrases) else ""
            for hit in self._lexicon.hits(phrase.text):
                for sense in self._senses(hit, phrase.text[hit.end :], following):
                    yield from self._finding(sense, hit, phrase, default, context)

    def _senses(self, hit: Hit, rest: str, following: str) -> Sequence[Sense]:
        """What a hit means where it stands: the head noun of a Chinese phrase comes last.

        轮胎 in 轮胎机械 is no tyre, 橡胶 in 橡胶叶轮 is a rubber article, 橡胶 in 橡胶、塑料制品 goods too.
        """
        if shared := self._shared_head(hit, rest, following):
            return shared
        if not rest and self._qualifies(hit, following):
            return ()
        tail = self._reader.without_verbs(rest)
        compound = self._compounds.get(hit.term)
        if not tail or self._traded.match(tail) or (self._harmless.match(tail) and not compound):
            return hit.senses
        if self._heads.search(tail):
            return hit.senses if _JOINED.match(tail) else ()
        if _JOINED.match(tail) or tail.startswith("的"):
            return hit.senses
        return (Sense(compound, None),) if compound and len(tail) <= LONGEST_COMPOUND else ()

    def _qualifies(self, hit: Hit, following: str) -> bool:
        """拖拉机 in 拖拉机、三轮车配件 says what the parts are for; so does 摩托车 in 摩托车、电动车轮胎."""
        if hit.senses[0].product not in self._qualifying:
            return False
        following = self._reader.without_verbs(following)
        begun = self._qualifier.match(following)
        if begun is None or begun.end() == len(following):
            return False
        found = list(self._lexicon.hits(following))
        return not any(
            sense.product in self._qualifying
            for other in found
            for sense in self._senses(other, following[other.end :], "")
        )

    def _shared_head(self, hit: Hit, rest: str, following: str) -> Sequence[Sense]:
        other = re.sub("^[及和与]", "", rest) or following
        if hit.term != "橡胶" or not other.startswith(self._shared) or not re.search("制品|产品", other):
            return ()
        goods = Sense(self._compounds[hit.term], None)
        return (goods, *hit.senses) if re.search("及其?制品", other) else (goods,)

    def _finding(
        self, sense: Sense, hit: Hit, phrase: Phrase, default: Role, context: str
    ) -> Iterator[Finding]:
        if sense.context and not sense.context.search(context.replace(hit.term, "")):
            return
        strength = GOVERNED if phrase.verbs else UNGOVERNED
        rule = "scope" if phrase.verbs else "scope_without_verb"
        if sense.context:
            strength, rule = strength * IN_CONTEXT, f"{rule}_in_context"
        start = phrase.start + hit.start
        evidence = Evidence(
            field="scope",
            text=hit.term,
            start=start,
            end=start + len(hit.term),
            rule=rule,
            verbs=tuple(sorted(phrase.verbs)),
            strength=round(strength, 4),
        )
        yield from self._redirected(
            sense.product, self._role(phrase) or default, self._groups(phrase), evidence
        )

    def _redirected(
        self, product: str, role: Role, groups: set[str], evidence: Evidence
    ) -> Iterator[Finding]:
        """翻新轮胎 is retreading, 销售轮胎 is distribution; what no redirect claims stays where it is."""
        link = self._chain.product(product).link
        redirects = [redirect for redirect in self._chain.redirects if link in redirect.links]
        for redirect in redirects:
            if redirect.verbs in groups:
                yield Finding(redirect.to, redirect.role, evidence)
        target = next((r.to for r in redirects if r.verbs is None and r.role == role), product)
        accepted = self._chain.product(target).roles
        if role in accepted or accepted == ("service",):
            yield Finding(target, role if role in accepted else "service", evidence)

    def _groups(self, phrase: Phrase) -> set[str]:
        return {self._reader.group_of[verb] for verb in phrase.verbs}

    def _role(self, phrase: Phrase) -> Role | None:
        groups = self._groups(phrase)
        if "produce" in groups:
            return "producer"
        if groups & {"trade", "recycle"}:
            return "trader"
        return "service" if groups else None

    def _role_by_name(self, name: str) -> Role:
        if self._marks["trade"].search(name) or self._marks["service"].search(name):
            return "trader"
        return "producer" if self._marks["make"].search(name) else "trader"

    def _in_name(self, name: str, phrases: Sequence[Phrase], scope: Sequence[Finding]) -> Iterator[Finding]:
        """A term in the name supports what the scope says of it, or speaks where the scope is silent."""
        bare = _REGION_AND_FORM.sub(lambda match: " " * len(match.group()), name)
        for hit in self._lexicon.hits(bare):
            if self._heads.match(bare[hit.end :].strip()):
                continue
            evidence = Evidence(
                field="name",
                text=hit.term,
                start=hit.start,
                end=hit.end,
                rule="name",
                verbs=(),
                strength=NAMED,
            )
            if spoken := [f for f in scope if hit.term in f.evidence.text and f.role != "service"]:
                same = [
                    f for f in spoken if hit.term in self._compounds or f.evidence.text.endswith(hit.term)
                ]
                yield from (replace(finding, evidence=evidence) for finding in same)
                continue
            role = self._role_of_named(name, phrases)
            vague = self._qualifying | (set(self._compounds.values()) if scope else set())
            for sense in hit.senses:
                if sense.context is None and hit.term not in self._compounds and sense.product not in vague:
                    yield from self._redirected(sense.product, role, set(), evidence)

    def _role_of_named(self, name: str, phrases: Sequence[Phrase]) -> Role:
        if self._marks["trade"].search(name):
            return "trader"
        groups = set().union(*(self._groups(phrase) for phrase in phrases))
        if not groups:
            return self._role_by_name(name)
        if "produce" in groups:
            return "producer"
        return "trader" if "trade" in groups else "service"


def _gathered(credit_code: str, findings: Sequence[Finding], phrases: int) -> list[Attachment]:
    """One attachment a product: the first of producer, trader, service wins, all evidence is kept."""
    by_product: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_product[finding.product].append(finding)
    attachments = [_attachment(credit_code, product, found, phrases) for product, found in by_product.items()]
    return sorted(attachments, key=lambda attachment: (-attachment.score, attachment.product))


def _attachment(credit_code: str, product: str, found: Sequence[Finding], phrases: int) -> Attachment:
    in_scope = [finding for finding in found if finding.evidence.field == "scope"]
    role = min((finding.role for finding in in_scope or found), key=ROLES.index)
    evidence = tuple(dict.fromkeys(finding.evidence for finding in found))
    spoken = {(e.start, e.end) for e in evidence if e.field == "scope"}
    named = any(e.field == "name" for e in evidence)
    return Attachment(
        credit_code=credit_code,
        product=product,
        role=role,
        score=combined([e.strength for e in evidence]),
        weight=round(min(1.0, (len(spoken) + 3 * named) / (phrases + 3 * named)), 4),
        evidence=evidence,
    )
