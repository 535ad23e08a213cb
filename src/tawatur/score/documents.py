"""Documents in the claim format, as far as a score looks at them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tawatur.errors import InputError


class PlaceSlot(msgspec.Struct, frozen=True):
    name: str
    lat: float | None = None
    lon: float | None = None


class EffectSlot(msgspec.Struct, frozen=True):
    kind: str
    who: str | None = None
    of: str | None = None
    low: int | None = None
    high: int | None = None


class ClaimSlots(msgspec.Struct, frozen=True, kw_only=True):
    type: str
    stance: str | None = None
    quote: str | None = None
    span: tuple[int, int] | None = None
    actors: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    place: PlaceSlot | None = None
    date: tuple[str, str] | None = None
    effects: tuple[EffectSlot, ...] | None = None
    source: str | None = None
    incident: str | None = None


class ScoredDocument(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    text: str = ""
    published: str | None = None
    published_true: str | None = None  # where the system was not told the date
    content: tuple[int, int] | None = None
    claims: tuple[ClaimSlots, ...] | None = None


_decoder = msgspec.json.Decoder(ScoredDocument)


def load_documents(path: Path) -> dict[str, ScoredDocument]:
    """Documents by id, from a folder of .json files or a .jsonl file with a document a line."""
    if (path / "case.sqlite").is_file():
        raise InputError(
            f"{path} is a case, and claims are scored.\n"
            f"  Export them first: `tawatur export {path} --as claims -o claims.jsonl`."
        )
    if path.is_dir():
        found = [_decode(file.read_bytes(), str(file)) for file in sorted(path.rglob("*.json"))]
    else:
        try:
            lines = path.read_bytes().splitlines()
        except OSError as error:
            raise InputError(
                f"{path} cannot be read: {error.strerror}.\n  Give a folder of .json files or a .jsonl file."
            ) from None
        found = [_decode(line, f"{path}:{n}") for n, line in enumerate(lines, 1) if line.strip()]
    return {document.id: document for document in found}


def _decode(data: bytes, where: str) -> ScoredDocument:
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{where}: {error}.\n  It is to be a document in the claim format.") from None
