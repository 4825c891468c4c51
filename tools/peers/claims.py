"""One reading in the peer's terms, and whether it says what a case expects."""

import dataclasses
from collections.abc import Callable


@dataclasses.dataclass(frozen=True)
class Claim:
    """`begins` and `ends` hold every place at which the peer may let this reading begin and end."""

    begins: frozenset[int]
    ends: frozenset[int]
    says: str
    agrees: Callable[[dict], bool]
    """Whether a resolution has the same value; asked only where there is one."""

    def fits(self, expected):
        placed = expected.begin in self.begins and expected.end in self.ends
        return placed and (not expected.value or self.agrees(expected.value))


def claim(begins, ends, says, agrees):
    return Claim(frozenset(begins), frozenset(ends), says, agrees)


def difference(case, claims):
    """What keeps the claims from being the results of the case, or an empty string."""
    claims = sorted(claims, key=lambda one: min(one.begins))
    if len(claims) == len(case.results) and all(
            one.fits(expected) for one, expected in zip(claims, case.results, strict=True)):
        return ""
    read = "; ".join(f"{case.text[min(one.begins):max(one.ends)]} = {one.says}" for one in claims)
    return read or "nothing"
