"""Reads a business scope: drops provisos, cuts it into phrases, finds the verbs that govern each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from brain.scenarios.industry_graph.algorithm.lexicon import either
from brain.scenarios.industry_graph.domain.chain import Wording

_PROVISO = re.compile(
    r"[(\[【][^()\[\]【】]*(?:不含|不包括|除|须经|需经|许可|有效期|限分支|仅限|禁止|资质|批准|不得|涉及|凭|以上|期限|国家|危险)"
    r"[^()\[\]【】]*(?:[)\]】]|$)"
    r"|但?[^、,;。:(]*除外|依法须经批准的项目[^;。]*|未经[^;。]*批准[^;。]*"
)
_NO_PRODUCTION = re.compile(r"(?:不得在此|不在此|不得从事)[^、,;。)]*(?:生产|加工)")
_CLAUSE = re.compile(r"[^;。\n*※]+")
_PHRASE = re.compile(
    r"[^、,\s:()\[\]【】|]+?(?=[、,\s:()\[\]【】|]|(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])|$)"
)
_JOIN = r"(?:[与和及并兼或/]|以及)?(?:相关|有关|售后|配套|市场)?"


@dataclass
class Phrase:
    """One item of an enumeration; `start` is its place in the scope, `verbs` the words that govern it."""

    text: str
    start: int
    before: str
    after: str
    verbs: set[str] = field(default_factory=set)

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class ScopeReader:
    def __init__(self, wording: Wording) -> None:
        self.group_of = {verb: group for group, verbs in wording.verbs.items() for verb in verbs}
        verb = either(self.group_of).pattern
        self._verb = re.compile(verb)
        noun = either(wording.verb_like_nouns).pattern
        self._leading = re.compile(rf"^(?!{noun})(?:从事|专业|自营|主营)?((?:{verb}{_JOIN})+)(?:各种|各类)?")
        self._trailing = re.compile(rf"(?:的)?((?:{_JOIN}{verb})+)(?:业务|活动|项目|业)?$")
        self._only = re.compile(rf"^(?:从事|{_JOIN})?((?:{verb}{_JOIN})+)(?:业务)?$")

    def without_verbs(self, text: str) -> str:
        """`text` less the verbs that end it: 的生产、销售 leave nothing."""
        return self._trailing.sub("", text)

    def phrases(self, scope: str) -> list[Phrase]:
        """Phrases that name something, each with its verbs; `scope` must be narrowed."""
        kept = _PROVISO.sub(lambda match: "|" * len(match.group()), scope)
        named: list[Phrase] = []
        carried: set[str] = set()
        for clause in _CLAUSE.finditer(kept):
            state = self._govern(_cut(kept, clause.start(), clause.end()))
            found = state.finished()
            if not any(phrase.verbs for phrase in found):
                for phrase in found:
                    phrase.verbs |= carried
            else:
                carried = state.opened
            if _NO_PRODUCTION.search(scope, clause.start(), clause.end()):
                _forbid(found, self.group_of)
            named += found
        return named

    def _govern(self, phrases: Iterable[Phrase]) -> "_Governance":
        """Verbs stand before an enumeration (销售：甲、乙), after it (甲、乙的生产) or inside an item."""
        state = _Governance(self.group_of)
        for phrase in phrases:
            if only := self._only.match(phrase.text):
                state.verbs_alone(self._words(only[1]), opens=phrase.after == ":")
            elif leading := self._leading.match(phrase.text):
                state.led(phrase, self._words(leading[1]), self._after(phrase.text[leading.end() :]))
            elif phrase.after == ":":
                continue
            elif trailing := self._trailing.search(phrase.text):
                state.followed(phrase, self._words(trailing[1]))
            else:
                state.plain(phrase)
        return state

    def _after(self, text: str) -> set[str]:
        trailing = self._trailing.search(text)
        return self._words(trailing[1]) if trailing else set()

    def _words(self, text: str) -> set[str]:
        return set(self._verb.findall(text))


class _Governance:
    """Walks one clause: `waiting` items have no verb yet, `group` are those the last verbs governed.

    `opened` are the verbs before a colon: they still hold for a next clause that has no verb of its own.
    """

    def __init__(self, group_of: Mapping[str, str]) -> None:
        self.opened: set[str] = set()
        self._group_of = group_of
        self._done: list[Phrase] = []
        self._waiting: list[Phrase] = []
        self._group: list[Phrase] = []
        self._alone: set[str] = set()
        self._prefix: set[str] = set()
        self._sticky = False

    def verbs_alone(self, verbs: set[str], *, opens: bool) -> None:
        self._alone |= verbs
        if opens:
            self._settle_before_colon()

    def led(self, phrase: Phrase, verbs: set[str], trailing: set[str]) -> None:
        """A verb begins the item; verbs at its end still govern what waits before it."""
        for earlier in self._waiting:
            earlier.verbs |= trailing
        self._prefix, self._alone, self._sticky = verbs | trailing | self._alone, set(), False
        self._close()
        self._take(phrase, self._prefix)

    def followed(self, phrase: Phrase, verbs: set[str]) -> None:
        """Making and trading govern the whole enumeration before them, services only their own item."""
        self._settle()
        self._take(phrase, verbs | (self._prefix if self._sticky else set()))
        if all(self._group_of[verb] == "other" for verb in verbs):
            self._waiting.append(phrase)
            return
        for earlier in self._waiting:
            earlier.verbs |= verbs
        self._group = [*self._waiting, phrase]
        self._waiting = []
        if not self._sticky:
            self._prefix = set()

    def plain(self, phrase: Phrase) -> None:
        self._settle()
        self._take(phrase, self._prefix)
        if not self._prefix:
            self._waiting.append(phrase)

    def finished(self) -> list[Phrase]:
        self._settle()
        return self._done

    def _settle(self) -> None:
        """Verbs that stood alone end the enumeration before them; at the start of a clause they begin one."""
        if all(self._group_of[verb] == "other" for verb in self._alone):
            self._alone = set()
            return
        governed = self._waiting or self._group
        for phrase in governed:
            phrase.verbs |= self._alone
        if governed:
            self._group, self._waiting = governed, []
        else:
            self._prefix, self._sticky = self._alone, False
        self._alone = set()

    def _settle_before_colon(self) -> None:
        self._prefix, self._alone, self._sticky = self._alone, set(), True
        self.opened = self._prefix
        self._close()

    def _close(self) -> None:
        self._waiting, self._group = [], []

    def _take(self, phrase: Phrase, verbs: set[str]) -> None:
        phrase.verbs |= verbs
        self._done.append(phrase)


def _cut(text: str, start: int, end: int) -> Iterator[Phrase]:
    for match in _PHRASE.finditer(text, start, end):
        words = match.group().lstrip(".")
        if words:
            place = match.end() - len(words)
            yield Phrase(words, place, text[place - 1 : place], text[match.end() : match.end() + 1])


def _forbid(phrases: list[Phrase], group_of: dict[str, str]) -> None:
    """不得在此住所从事生产加工: what is made elsewhere is only traded here."""
    for phrase in phrases:
        made = {verb for verb in phrase.verbs if group_of[verb] == "produce"}
        if made:
            phrase.verbs = (phrase.verbs - made) | {"销售"}
