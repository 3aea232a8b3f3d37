"""What a configuration altered: by kind and number, how it was and how it became."""

from typing import Any

Things = dict[str, dict[str, Any]]  # by kind and number; None: not there


def altered(before: Things, after: Things) -> tuple[Things, Things]:
    """Only what differs, as it was and as it became."""
    was: Things = {}
    became: Things = {}
    for kind in sorted(before.keys() | after.keys()):
        old, new = before.get(kind, {}), after.get(kind, {})
        for number in sorted(old.keys() | new.keys()):
            if old.get(number) != new.get(number):
                was.setdefault(kind, {})[number] = old.get(number)
                became.setdefault(kind, {})[number] = new.get(number)
    return was, became


def still(became: Things, now: Things) -> bool:
    """Whether all that was altered stands as it became."""
    return all(
        now.get(kind, {}).get(number) == thing
        for kind, things in became.items()
        for number, thing in things.items()
    )
