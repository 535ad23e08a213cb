"""Lists of words from `data/grammar`, folded; one that cannot be meant is refused with its file and line.

The lists are the closed classes of the language: the small words around numbers, days, people and those who
speak. An analyst edits them as newspapers print the words; matching sees folded forms alone.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_type_hints

import yaml

from tawatur.arabic.fold import fold
from tawatur.errors import LexiconError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

Forms = frozenset[str]
Groups = dict[str, str]  # a form → the name of its group

# Presentation forms, tatweel, and marks of direction and of no width: pasted in unseen, and no part of a spelling.
_UNSEEN = re.compile("[\ufb50-\ufdff\ufe70-\ufeff\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c]")
_Lists = TypeVar("_Lists", bound=NamedTuple)


class WordLists:
    """The lists of one file by their names."""

    def __init__(self, path: Traversable | Path) -> None:
        self.file = path.name
        try:
            self._loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(path.read_bytes())
            node = self._loader.get_single_node()
        except yaml.YAMLError as error:
            raise LexiconError(f"{self.file}: not YAML that can be read.\n  {error}") from error
        if not isinstance(node, yaml.MappingNode):
            raise LexiconError(f"{self.file}: it holds no lists.\n  Write each as `name: [word, word]`.")
        self._nodes: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value in self._nodes:
                raise self._error(
                    key,
                    f"the list '{key.value}' is here a second time",
                    "Put the words of both into one list.",
                )
            self._nodes[key.value] = value

    def forms(self, name: str) -> Forms:
        """The words of a list."""
        return frozenset(self._forms(self._node(name), name))

    def groups(self, name: str) -> Groups:
        """Each word of a list that is cut into groups, with the name of its group."""
        node = self._node(name)
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, f"'{name}' has no groups", "Write each as `group: [word, word]`.")
        groups: Groups = {}
        for key, value in node.value:
            for form in self._forms(value, name):
                if groups.setdefault(form, key.value) != key.value:
                    raise self._error(
                        value,
                        f"'{form}' is in two groups of '{name}': {groups[form]}, {key.value}",
                        "Choose one.",
                    )
        return {form: fold(group) for form, group in groups.items()}

    def written(self, name: str) -> Forms:
        """The words of a list as they stand there: for spellings that folding would make one."""
        return frozenset(self._written(self._node(name), name))

    def forms_of(self, name: str) -> dict[str, Forms]:
        """The words that stand under each word of a list: one may stand under several."""
        node = self._node(name)
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, f"'{name}' has no words to each", "Write each as `word: [word, word]`.")
        found: dict[str, Forms] = {}
        for key, value in node.value:
            word = fold(key.value)
            if word in found:
                raise self._error(
                    key, f"'{key.value}' is in '{name}' a second time", "Put the words of both into one list."
                )
            found[word] = frozenset(self._forms(value, name))
        return found

    def rows(self, name: str) -> dict[str, Any]:
        """What stands under a name, as it is written: for words that come with figures."""
        node = self._node(name)
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, f"'{name}' has no groups", "Write each as `group: {…}`.")
        rows: dict[str, Any] = self._loader.construct_document(node)
        return rows

    def check_names(self, used: tuple[str, ...]) -> None:
        """Refuse a list that nothing reads: its name is misspelt."""
        for name, node in self._nodes.items():
            if name not in used:
                raise self._error(
                    node, f"no list is called '{name}'", f"The lists are: {', '.join(sorted(used))}."
                )

    def _node(self, name: str) -> yaml.Node:
        try:
            return self._nodes[name]
        except KeyError:
            raise LexiconError(
                f"{self.file}: the list '{name}' is missing.\n  Write it as `{name}: [word, word]`."
            ) from None

    def _forms(self, node: yaml.Node, name: str) -> list[str]:
        return [fold(word) for word in self._written(node, name)]

    def _written(self, node: yaml.Node, name: str) -> list[str]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._error(node, f"'{name}' is no list of words", f"Write it as `{name}: [word, word]`.")
        words: list[str] = []
        for item in node.value:
            word = item.value if isinstance(item, yaml.ScalarNode) else ""
            if not word.strip():
                raise self._error(item, f"a word of '{name}' is no word", "Write it out, or take it away.")
            if unseen := _UNSEEN.search(word):
                raise self._error(
                    item,
                    f"'{word}' has the character U+{ord(unseen[0]):04X}, which newspapers do not print",
                    "Type the word anew.",
                )
            if word in words:
                raise self._error(item, f"'{word}' is in '{name}' a second time", "Take one away.")
            words.append(word)
        return words

    def _error(self, node: yaml.Node, what: str, to_do: str) -> LexiconError:
        return LexiconError(f"{self.file}:{node.start_mark.line + 1}: {what}.\n  {to_do}")


def open_lists(name: str) -> WordLists:
    """The lists of `data/grammar/NAME.yaml`."""
    return WordLists(files("tawatur") / "data" / "grammar" / f"{name}.yaml")


def read_lists(lists: WordLists, shape: type[_Lists]) -> _Lists:
    """The lists as a named tuple, whose fields name them and are `Forms` or `Groups`."""
    lists.check_names(shape._fields)
    kinds = get_type_hints(shape)
    return shape._make(
        lists.groups(name) if kinds[name] == Groups else lists.forms(name) for name in shape._fields
    )
