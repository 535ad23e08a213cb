"""Write every form of a lexicon out of its YAML, which an analyst edits, so that matching is a look-up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tawatur.arabic.fold import fold_phrase
from tawatur.arabic.inflect import Inflected, inflect_noun, inflect_verb
from tawatur.errors import LexiconError
from tawatur.lexicon.entry import LAYERS, Entry, Form, Sense, find_kind
from tawatur.lexicon.rows import MISSHAPEN, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

FILES = (
    "acts", "effects", "people", "parties", "nations", "anaphors", "weapons", "sayings", "cues", "objects", "topics",
)  # fmt: skip
_BEFORE = ("", "و", "ف", "ب", "ل")  # what may be written onto a word that an entry needs: وسقط, فسقط, بسقوط
_KIND_OF_FILE = {"parties": "party", "nations": "nation"}


def write_folder(folder: Path) -> Iterator[Form]:
    """Every form of the lexicons in a user's folder; none where there is no such folder."""
    if folder.is_dir():
        for path in sorted(folder.glob("*.yaml")):
            yield from write_file(path, path.stem)


def write_file(path: Traversable | Path, name: str) -> Iterator[Form]:
    """Every form of one lexicon; those of an entry behind each other."""
    for row in read_rows(path):
        try:
            yield from _read_row(row, _KIND_OF_FILE.get(name))
        except MISSHAPEN as error:
            raise LexiconError(f"{path.name}: entry {row.get('id', row)!r}: {error!r}.") from error


def _read_row(row: dict[str, Any], kind: str | None) -> Iterator[Form]:
    entry = _read_entry(row, kind or find_kind(row))
    if entry.kind not in LAYERS:
        raise ValueError(
            f"no entry begins with '{entry.kind}.'; parties go into a file that is called parties.yaml"
        )
    forms = [form for form in _write_forms(row, entry) if form.words]
    active = {form.words for form in forms if form.says and form.says.voice in {"active", "either"}}
    seen: set[tuple[tuple[str, ...], Inflected | None]] = set()
    for form in forms:
        key = (form.words, form.says)
        # A passive whose letters are the active's own says nothing that `either` does not.
        is_twin = form.says is not None and form.says.voice == "passive" and form.words in active
        if key not in seen and not is_twin:
            seen.add(key)
            yield form


def _read_entry(row: dict[str, Any], kind: str) -> Entry:
    label = row.get("label") or {}
    return Entry(
        id=row["id"],
        kind=kind,
        value=row.get("value", row["id"] if kind == "party" else row.get("default", "")),
        of=row.get("of"),
        traits=frozenset(row.get("traits", ())),
        kinds=tuple(row.get("kind", ())),
        country=_country(row["country"]) if "country" in row else None,
        home=tuple(map(_country, row.get("home", ()))),
        needs=frozenset(before + fold_phrase(word) for word in row.get("needs", ()) for before in _BEFORE),
        side=row.get("side", ""),
        camp=row.get("camp", ""),
        parties=tuple((p["party"], _read_sense(p)) for p in row.get("parties", ())),
        foe=row.get("foe", ""),
        grounded=_read_day(row.get("grounded")),
        soldiers=row.get("soldiers", ""),
        label_en=label.get("en", ""),
        label_ar=label.get("ar", ""),
    )


def _read_sense(row: dict[str, Any]) -> Sense:
    return Sense(
        countries=frozenset(map(_country, row["in"])) if "in" in row else None,
        since=_read_day(row.get("since")),
        until=_read_day(row.get("until")),
        default=row.get("default", False),
        quoted=row.get("quoted", False),
        after=row.get("after"),
        speaks=row.get("speaks", False),
        told_by=row.get("told_by"),
        channel=row.get("as") == "channel",
    )


def _country(code: object) -> str:
    """A country's two letters; Norway's are "no" to YAML where they stand without quotation marks."""
    if isinstance(code, bool):
        raise TypeError('a country is written "NO", in quotation marks')
    return str(code)


def _read_day(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) or value is None else dt.date.fromisoformat(str(value))


def _write_forms(row: dict[str, Any], entry: Entry) -> Iterator[Form]:
    for pair in row.get("verbs", ()):
        past, present = pair.rsplit(" ", 1) if " " in pair else (pair, "")
        yield from _of_inflected(_without_object(inflect_verb(past, present), entry), entry)
    for pair in row.get("passives", ()):
        past, present = pair.split()
        yield from _of_inflected(inflect_verb(past, present, voice="passive"), entry)
    for noun in row.get("nouns", ()):
        yield from _of_inflected(inflect_noun(*noun.split()), entry)
    if "adjective" in row:
        yield from _of_inflected(_inflect_nationality(row["adjective"], row.get("plural")), entry)
    for phrase in row.get("phrases", ()):
        yield from _of_phrase(phrase, entry)
    for name in row.get("names", ()):
        for words in _spell(name):
            yield Form(words=words, entry=entry, name=name)
    for shared in row.get("shared", ()):
        for words in _spell(shared["form"]):
            yield Form(words=words, entry=entry, sense=_read_sense(shared), name=shared["form"])


_SPELLED = (("امريك", "اميرك"), ("ميليشي", "مليشي"), ("ديمقراط", "ديموقراط"))  # as newspapers differ in them


def _spell(name: str) -> Iterator[tuple[str, ...]]:
    """The folded words of a name, as it stands and with each word that newspapers spell in two ways spelled the other way."""
    folded = fold_phrase(name)
    yield tuple(folded.split())
    for one, other in _SPELLED:
        if one in folded or other in folded:
            yield tuple((folded.replace(one, other) if one in folded else folded.replace(other, one)).split())


_TRANSITIVE = {"act", "effect", "say", "cue.perform"}


def _without_object(forms: Iterator[Inflected], entry: Entry) -> Iterator[Inflected]:
    """Attached pronouns only where a verb takes people or places as its object: دارة is no دار + ه."""
    if entry.kind in _TRANSITIVE or entry.id in _TRANSITIVE:
        return forms
    return (form for form in forms if not form.pronoun)


def _of_inflected(forms: Iterator[Inflected], entry: Entry) -> Iterator[Form]:
    for says in forms:
        yield Form(words=(says.form,), entry=entry, says=says)


def _of_phrase(phrase: str, entry: Entry) -> Iterator[Form]:
    """A phrase as written and, where no word of it has the article, with the article on each or on the last."""
    words = tuple(fold_phrase(phrase).split())
    yield Form(words=words, entry=entry, name=phrase)
    if entry.kind in {"cue", "say"} or any(word.startswith("ال") for word in words):
        return
    if len(words) > 1:
        yield Form(words=tuple("ال" + word for word in words), entry=entry, name=phrase)
        yield Form(words=(*words[:-1], "ال" + words[-1]), entry=entry, name=phrase)


def _inflect_nationality(adjective: str, plural: str | None) -> Iterator[Inflected]:
    for says in inflect_noun(adjective + "/ون"):
        # سوريا is the country, not "a Syrian" in the accusative.
        if not says.pronoun and not (says.number == "one" and says.form.endswith("يا")):
            yield says
    yield from (s for s in inflect_noun(adjective + "ة/ات") if not s.pronoun)
    if plural:
        yield from (s for s in inflect_noun(plural) if not s.pronoun)
