"""Tawatur reads Arabic news reports of armed conflict into incidents that lead back to the words.

    import tawatur

    for claim in tawatur.read_claims("…", published="2021-10-19").claims: ...

    tawatur.build_case(["reports/"], "my.case")
    with tawatur.open_case("my.case") as case:
        for incident in case.incidents(): ...

Names are loaded when they are used: importing the package reads no lexicon and needs no optional part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawatur.errors import TawaturError as TawaturError
    from tawatur.run.build import Built as Built
    from tawatur.run.build import build_case as build_case
    from tawatur.run.case import Case as Case
    from tawatur.run.case import open_case as open_case
    from tawatur.run.one import Reading as Reading
    from tawatur.run.one import read_claims as read_claims
    from tawatur.store.protocol import Filter as Filter

__version__ = "0.1.0"

_HOMES = {
    "Built": "tawatur.run.build",
    "Case": "tawatur.run.case",
    "Filter": "tawatur.store.protocol",
    "Reading": "tawatur.run.one",
    "TawaturError": "tawatur.errors",
    "build_case": "tawatur.run.build",
    "open_case": "tawatur.run.case",
    "read_claims": "tawatur.run.one",
}

__all__ = [
    "Built",
    "Case",
    "Filter",
    "Reading",
    "TawaturError",
    "__version__",
    "build_case",
    "open_case",
    "read_claims",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (each name has its own type, above)
    from importlib import import_module  # noqa: PLC0415

    if name not in _HOMES:
        raise AttributeError(f"module 'tawatur' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
