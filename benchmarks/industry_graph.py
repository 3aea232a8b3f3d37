"""How right and how fast enterprises are attached to products: labels given by hand, real registrations.

Needs the folder of public data sets (first argument, default `../shared/data`).
"""

import json
import statistics
import sys
import time
from pathlib import Path

from brain.scenarios.industry_graph.algorithm import definition
from brain.scenarios.industry_graph.algorithm.matching import Matcher

sys.path.insert(0, str(Path(__file__).parents[1]))  # the labels are a fixture of the tests
from tests.scenarios.industry_graph.measure import (
    precision_of_attachments,
    recall_and_precision_of_enterprises,
)
from tests.scenarios.industry_graph.registrations import registrations


def main(folder: Path) -> None:
    texts = {enterprise.credit_code: enterprise for enterprise in registrations(folder)}
    matcher = Matcher(definition.parse(definition.packaged("tyre_rubber")))

    begun = time.perf_counter()
    attached = {code: found for code, text in texts.items() if (found := matcher.attachments(text))}
    registry_seconds = time.perf_counter() - begun

    single = []
    for code in list(attached)[:2000]:
        begun = time.perf_counter()
        matcher.attachments(texts[code])
        single.append((time.perf_counter() - begun) * 1000)

    figures: dict[str, float] = {
        "enterprises": len(texts),
        "attached_enterprises": len(attached),
        "attachments": sum(map(len, attached.values())),
        "registry_seconds": round(registry_seconds, 2),
        "one_enterprise_p95_ms": round(statistics.quantiles(single, n=20)[-1], 3),
    }
    for half in ("tuned", "held_out"):
        sampled = precision_of_attachments(matcher, texts, half)
        recall, precision = recall_and_precision_of_enterprises(matcher, texts, half)
        print(f"{half:8}  precision of attachments {sampled.right}/{sampled.judged}")
        print(f"{half:8}  precision in enterprises {precision.right}/{precision.judged}")
        print(f"{half:8}  recall in enterprises    {recall.right}/{recall.judged}")
        figures |= {
            f"{half}_attachment_precision": round(sampled.rate, 3),
            f"{half}_enterprise_precision": round(precision.rate, 3),
            f"{half}_enterprise_recall": round(recall.rate, 3),
        }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
