"""How a sentence names who did it, to whom it was done, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tawatur.export.ontology import (
    Lang,
    load_grammar,
    load_memo,
    load_names,
    load_parties,
    load_sources,
)

_SUFFIX = "ون"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in one language, with the grammar that the words around it need."""

    said: str
    gender: Literal["m", "f", "pl"] = "m"
    plural: bool = False
    genitive: str = ""
    people: str = ""  # what stands after "عنصر من"
    member: tuple[str, str] | None = None

    @property
    def after(self) -> str:
        """The name after a preposition or another noun."""
        return self.genitive or self.said

    @property
    def own(self) -> str:
        """The English pronoun that owns: its forces, their forces."""
        return "their" if self.plural else "its"


def english_name(value: str) -> Name:
    """A party, a kind of source, or a name that the text gave, in English."""
    named = _given(value) or name_unnamed(value, "en")
    if named is not None:
        return Name(named)
    if (entry := load_names().get(value)) is not None:
        return Name(entry.en, plural=entry.plural, member=entry.member)
    if (source := load_sources().get(value)) is not None:
        return Name(source.name.en, plural=source.plural)
    label = load_parties().get(value)
    return Name(label.en if label else value)


def arabic_name(value: str) -> Name:
    """The same in Arabic. Gender and case of a name that the text gave are read off its words."""
    if (unnamed := name_unnamed(value, "ar")) is not None:
        return Name(unnamed, gender="f")
    named = _given(value)
    if named is not None:
        return _read_grammar(named)
    if (entry := load_names().get(value)) is not None:
        after = entry.genitive or entry.ar
        return Name(entry.ar, gender=entry.g, genitive=after, people=entry.from_ or after)
    if (source := load_sources().get(value)) is not None:
        said = source.name.ar
        return Name(said, gender="f" if source.feminine else "m", genitive=_to_genitive(said))
    label = load_parties().get(value)
    return _read_grammar(label.ar if label else value)


def join_english(names: Sequence[str]) -> str:
    """The names of a list as English joins them.

    >>> join_english(["Russia", "Turkey", "Iran"])
    'Russia, Turkey and Iran'
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def join_arabic(names: Sequence[str]) -> str:
    """The names of a list as Arabic joins them: و is written onto the next name.

    >>> join_arabic(["روسيا", "تركيا", "SNC"])
    'روسيا وتركيا وSNC'
    """
    return " و".join(names)


def with_lam(name: str) -> str:
    """The preposition ل on a name, with the spelling that the article asks for.

    >>> with_lam("التحالف الدولي"), with_lam("اللجان الشعبية"), with_lam("روسيا"), with_lam("Syria TV")
    ('للتحالف الدولي', 'للجان الشعبية', 'لروسيا', 'لـ Syria TV')
    """
    if name.startswith("الل"):
        return "لل" + name[3:]
    if name.startswith("ال"):
        return "لل" + name[2:]
    return "ل" + name if "ء" <= name[:1] <= "ي" else f"لـ {name}"


def name_unnamed(value: str, lang: Lang) -> str | None:
    """The outlet of a report that nobody can name, by the report's file; None for all that has a name."""
    head, colon, file = value.partition(":")
    return load_memo()["unnamed"].said(lang).format(file=file) if colon and head == "report" else None


def _given(value: str) -> str | None:
    head, colon, name = value.partition(":")
    return name if colon and head in ("other", "media") else None


def _read_grammar(name: str) -> Name:
    head = name.split(" ", 1)[0]
    bare = head.removeprefix("ال")
    if bare.endswith(("ة", "ات")) or bare in load_grammar().feminine_heads:
        return Name(name, gender="f", genitive=_to_genitive(name), people=_to_genitive(name))
    after = _to_genitive(name)
    return Name(name, gender="pl" if _is_plural(head) else "m", genitive=after, people=after)


def _is_plural(word: str) -> bool:
    return (
        word.endswith(_SUFFIX) and len(word) > 4 and word.removeprefix("ال") not in load_grammar().not_plural
    )


def _to_genitive(name: str) -> str:
    """Sound plurals take ين; every other case of Arabic is not written."""
    return " ".join(word[:-2] + "ين" if _is_plural(word) else word for word in name.split(" "))
