import re
from string import Formatter

from tawatur.serve.words import LANGS, load_phrases

TEMPLATES = __import__("pathlib").Path(__file__).parents[2] / "src" / "tawatur" / "serve" / "templates"


def _names(said):
    return sorted(name for _, name, _, _ in Formatter().parse(said) if name)


def test_both_languages_say_the_same():
    english, arabic = map(load_phrases, LANGS)
    assert english.keys() == arabic.keys()
    assert {key: _names(said) for key, said in english.items()} == {
        key: _names(said) for key, said in arabic.items()
    }


def test_every_phrase_that_a_template_asks_for_is_there():
    known = load_phrases("en")
    for path in TEMPLATES.glob("*.html"):
        for key in re.findall(r'\bsay\("([^"]+)"[,)]', path.read_text(encoding="utf-8")):
            assert key in known, f"{path.name} asks for {key}"
