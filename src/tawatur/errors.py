"""Every error that Tawatur raises on purpose, on one screen.

An error's text says where, what, and what to do. `Refusal` is no error: it is the
record of an input that was set aside while the rest of the batch went on.
"""

from __future__ import annotations


class TawaturError(Exception):
    """Anything a user can mend: a command that meets one prints it and exits with code 2."""


class InputError(TawaturError):
    """What was asked to be read is not there or cannot be opened."""


class ReportError(InputError):
    """One report cannot be read; it is refused and the batch goes on."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(what)
        self.code = code


class CaseError(TawaturError):
    """A case is missing, broken, locked, or made by a version that this one cannot open."""


class LexiconError(TawaturError):
    """An entry in a lexicon is wrong; the text names the file and the line."""


class GazetteerError(TawaturError):
    """A table of places cannot be taken in."""


class ExportError(TawaturError):
    """An export cannot be written."""


class AccessError(TawaturError):
    """A user cannot be added, or the desk may not be opened to others without one."""


class JudgementError(TawaturError):
    """A judgement is not one: its field or value is none that there is, or what it is about is not there.

    `reason` names what is wrong, and `values` what stands in its words, for a page that says it in another language.
    """

    def __init__(self, what: str, reason: str = "judgement", **values: object) -> None:
        super().__init__(what)
        self.reason = reason
        self.values = values


class JudgedSinceError(JudgementError):
    """Somebody judged the same claim or incident after the reader had seen it."""

    def __init__(self, what: str, since: tuple[int, ...]) -> None:
        super().__init__(what, "since")
        self.since = since  # the numbers of those judgements


class ServeError(TawaturError):
    """The desk cannot be opened at an address."""
