"""From the statutes to a corpus: what each step removes, against exhaustive comparison; speed and memory.

Run as `uv run --group peers python benchmarks/corpora.py` with the public data sets (BRAIN_TEST_DATA, by
default ../shared/data beside the repository). scipy compares all pairs, Faker writes personal data, Django's
translations are the languages, dashscope brings Qwen's vocabulary, datasketch is the peer of near duplicates.
"""

import base64
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

import corpora_sets as sets
from brain.platform.corpora.adapters.documents.plain import markdown_blocks
from brain.platform.corpora.adapters.stages import samples
from brain.platform.corpora.algorithm import near_duplicates as near
from brain.platform.corpora.algorithm.characters import compared
from brain.platform.corpora.algorithm.language import language
from brain.platform.corpora.algorithm.personal_data import hidden
from brain.platform.corpora.algorithm.shingles import Hashes, shingles, signature
from brain.platform.corpora.algorithm.tokens import estimated_tokens
from brain.platform.corpora.domain.documents import Document
from brain.platform.corpora.domain.recipes import Settings
from brain.platform.corpora.service import pipeline
from brain.platform.corpora.service.building import recognise
from brain.platform.corpora.service.intake import Incoming, Rights

RIGHTS = Rights(source="法律法规", provider="公开", licence="著作权法第五条", as_of=date(2022, 1, 1))
SIMILARITY, RELATED = 0.8, 0.5
PEER_DOCUMENTS = 300
SEED = 7
Pairs = set[tuple[int, int]]


def document(number: int, statute: sets.Statute) -> Document:
    as_of = date.fromisoformat(statute.date) if statute.date else None
    return Document(title=statute.title, blocks=markdown_blocks(statute.text), number=number, as_of=as_of)


def run(times: int) -> dict[str, Any]:
    """All steps over the statutes `times` over; called in a process of its own for the memory's sake."""
    held = sets.statutes()
    texts = held if times == 1 else [copy for _, copy in sets.copies(held, times, SEED)]
    size = sum(len(one.text.encode()) for one in texts)
    before = _peak()

    def incoming() -> Incoming:
        return ((document(number, one), "0" * 64, RIGHTS) for number, one in enumerate(texts))

    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        done = pipeline.run(Path(folder) / "work", incoming, Settings(), recognise)
        seconds = time.perf_counter() - started
        kept = [(sample.number, sample.split, sample.text) for sample in samples(done.samples)]
        reports = [asdict(report) for report in done.reports]
    told: dict[str, Any] = {
        "megabytes": round(size / 1e6, 1),
        "seconds": round(seconds, 1),
        "megabytes_a_second": round(size / 1e6 / seconds, 2),
        "texts_held_by_benchmark_mb": before,
        "peak_mb": _peak(),
        "steps": [{key: value for key, value in one.items() if key != "examples"} for one in reports],
    }
    if times == 1:
        told["leaks_across_split"] = leaks([(split, text) for _, split, text in kept])
    else:
        told["copies"] = copies_found(texts, times, {number for number, _, _ in kept})
    return told


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def exhaustive(held: Sequence[Hashes], threshold: float) -> dict[tuple[int, int], float]:
    """Every pair of at least this Jaccard, from the product of the whole incidence matrix with itself."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - of the group peers

    sizes = np.array([len(one) for one in held])
    _, columns = np.unique(np.concatenate(held), return_inverse=True)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    rows = csr_matrix((np.ones(len(columns), np.int32), columns, starts))
    shared = (rows @ rows.T).tocoo()
    above = shared.row < shared.col
    left, right, both = shared.row[above], shared.col[above], shared.data[above]
    found = both / (sizes[left] + sizes[right] - both)
    near_enough = found >= threshold
    pairs = zip(left[near_enough].tolist(), right[near_enough].tolist(), strict=True)
    return dict(zip(pairs, found[near_enough].tolist(), strict=True))


def by_bands(held: Sequence[Hashes], rows: int, threshold: float) -> Pairs:
    found = near.index(map(signature, held), rows)
    return {(left, right) for left, right, _ in near.pairs(found, held.__getitem__, threshold)}


def near_duplicates() -> dict[str, Any]:
    """Of all pairs of all statutes, and of a twentieth of them with five perturbed copies each."""
    statutes = sets.statutes()
    perturbed = [copy.text for _, copy in sets.copies(statutes[::20], 6, SEED + 1)]
    return {
        "statutes": _compared([one.text for one in statutes]),
        "perturbed": _compared(perturbed),
    }


def _compared(texts: Sequence[str]) -> dict[str, Any]:
    held = [shingles(text) for text in texts]
    told: dict[str, Any] = {"documents": len(held)}
    for threshold, rows in ((SIMILARITY, near.ROWS_ALIKE), (RELATED, near.ROWS_RELATED)):
        truth = set(exhaustive(held, threshold))
        found = by_bands(held, rows, threshold)
        right = len(found & truth)
        told[f"at_{threshold}"] = {
            "pairs": len(truth),
            "found": len(found),
            "precision": round(right / max(1, len(found)), 4),
            "recall": round(right / max(1, len(truth)), 4),
        }
    return told


def copies_found(texts: Sequence[sets.Statute], times: int, kept: set[int]) -> dict[str, Any]:
    """Of copies as near as the threshold to their statute, how many were dropped; of others too. Statutes
    that gave way to a newer version are left out: their copies are judged by that version."""
    near_ones = dropped_near = far = dropped_far = 0
    for start in (place for place in range(0, len(texts), times) if place in kept):
        first = shingles(texts[start].text)
        for number in range(start + 1, start + times):
            other = shingles(texts[number].text)
            both = len(np.intersect1d(first, other, assume_unique=True))
            if both >= SIMILARITY * (len(first) + len(other) - both):
                near_ones, dropped_near = near_ones + 1, dropped_near + (number not in kept)
            else:
                far, dropped_far = far + 1, dropped_far + (number not in kept)
    return {"near": near_ones, "near_dropped": dropped_near, "far": far, "far_dropped": dropped_far}


def leaks(kept: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Pairs across the split as near as the limit, by comparing all of them."""
    pairs = exhaustive([shingles(text) for _, text in kept], RELATED)
    across = sum(kept[left][0] != kept[right][0] for left, right in pairs)
    return {"test": sum(split == "test" for split, _ in kept), "related_pairs": len(pairs), "across": across}


def personal_data() -> dict[str, Any]:
    """What was written into statutes and is gone; what was found where nothing had been written."""
    statutes, missed, planted = sets.statutes(), Counter[str](), Counter[str]()
    false = sum((hidden(one.text, recognise)[1] for one in statutes), Counter[str]())
    examples = []
    for number, (kind, value, sentence) in enumerate(sets.planted(100, SEED)):
        paragraphs = statutes[number % len(statutes)].text.split("\n\n")[:6]
        text = "\n\n".join([*paragraphs[:3], sentence, *paragraphs[3:]])
        planted[kind] += 1
        if value in hidden(text, recognise)[0]:
            missed[kind] += 1
            examples.append(sentence)
    return {
        "recall": {kind: round(1 - missed[kind] / count, 3) for kind, count in planted.items()},
        "found_in_statutes": dict(false),
        "missed": examples[:8],
    }


def languages() -> dict[str, Any]:
    right, total, wrong = Counter[str](), Counter[str](), Counter[str]()
    for locale, text in sets.translations():
        truth = "zh" if locale.startswith("zh") else "en" if locale == "en" else "other"
        found = language(text)
        total[truth] += 1
        right[truth] += found == truth
        wrong[locale] += found != truth
    shares = {name: {"texts": count, "right": round(right[name] / count, 4)} for name, count in total.items()}
    return {"by_language": shares, "wrong": {name: n for name, n in wrong.most_common(6) if n}}


def tokens() -> dict[str, float]:
    """Of the statutes that nothing was fitted on: the estimate against Qwen's vocabulary."""
    import dashscope.resources  # noqa: PLC0415 - of the group peers
    import tiktoken  # noqa: PLC0415

    path = Path(next(iter(dashscope.resources.__path__))) / "qwen.tiktoken"
    ranks = dict(line.split() for line in path.read_bytes().splitlines())
    pattern = (
        r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
        r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
    )
    vocabulary = tiktoken.Encoding(
        "qwen",
        pat_str=pattern,
        mergeable_ranks={base64.b64decode(token): int(rank) for token, rank in ranks.items()},
        special_tokens={},
    )
    texts = [one.text for one in sets.statutes()[1::2]]
    truth = np.array([len(vocabulary.encode_ordinary(text)) for text in texts])
    found = np.array([estimated_tokens(text) for text in texts])
    return {
        "documents": len(texts),
        "total_ratio": round(float(found.sum() / truth.sum()), 4),
        "mean_error": round(float(np.mean(abs(found - truth) / truth)), 4),
        "tokens_a_character": round(float(truth.sum() / sum(map(len, texts))), 4),
    }


def peer() -> dict[str, Any]:
    """datasketch's MinHash LSH with as many numbers a text, on the same texts and 5-grams."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - of the group peers

    texts = [copy.text for _, copy in sets.copies(sets.statutes()[::30], 6, SEED + 1)][:PEER_DOCUMENTS]
    truth = set(exhaustive([shingles(text) for text in texts], SIMILARITY))
    size = sum(len(text.encode()) for text in texts) / 1e6
    started = time.perf_counter()
    ours = by_bands([shingles(text) for text in texts], near.ROWS_ALIKE, SIMILARITY)
    middle = time.perf_counter()
    index, found = MinHashLSH(threshold=SIMILARITY, num_perm=256), set()
    for number, text in enumerate(texts):
        plain = compared(text)
        made = MinHash(num_perm=256)
        made.update_batch([plain[place : place + 5].encode() for place in range(len(plain) - 4)])
        found |= {(other, number) for other in index.query(made)}
        index.insert(number, made)
    ended = time.perf_counter()
    return {
        "documents": len(texts),
        "ours": _rated(ours, truth) | {"megabytes_a_second": round(size / (middle - started), 2)},
        "datasketch": _rated(found, truth) | {"megabytes_a_second": round(size / (ended - middle), 2)},
    }


def _rated(found: Pairs, truth: Pairs) -> dict[str, float]:
    right = len(found & truth)
    return {"precision": round(right / len(found), 4), "recall": round(right / len(truth), 4)}


def main() -> None:
    told: dict[str, Any] = {}
    for times in (1, 10):
        command = [sys.executable, __file__, str(times)]
        told[f"times_{times}"] = json.loads(
            subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
        )
    told |= {
        "near_duplicates": near_duplicates(),
        "personal_data": personal_data(),
        "languages": languages(),
        "tokens": tokens(),
        "peer": peer(),
    }
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(run(int(sys.argv[1])), ensure_ascii=False))
    else:
        main()
