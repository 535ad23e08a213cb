"""A first process opens each lexicon once, however many modules ask for it, and the next none: opening them is most of what starting costs."""

import os
import subprocess
import sys
from pathlib import Path

_READS = """
from collections import Counter
from tawatur.lexicon import forms

opened = Counter()
read = forms.read_rows
forms.read_rows = lambda path: (opened.update([path.name]), read(path))[1]

from tawatur.claim.decide import choose_claims, read_drafts
from tawatur.claim.reader import Reader
from tawatur.segment.words import Words

reader = Reader.load()
words = Words(
    "قالت قوات سوريا الديمقراطية إن خمسة مدنيين قتلوا في قصف تركي على بلدة سرمين، وسيطر الجيش على شاحنة ذخيرة. "
    "وأفاد المرصد بوفاة رجل، وفقدان طفل من اللاجئين، واعتقال شخص في إدلب."
)
found = reader.finders.find(words, reader.finders.matcher.find(words), None, None)
print(len(choose_claims(read_drafts(found, reader.models), reader.models)), max(opened.values(), default=0), len(opened))
"""


def read_in(home: Path) -> tuple[int, int, int]:
    """Claims, the most times that a lexicon was opened, and how many were, in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", _READS],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, "TAWATUR_HOME": str(home)},
    )
    claims, most, opened = map(int, ran.stdout.split())
    return claims, most, opened


def test_a_process_opens_each_lexicon_once_and_the_next_none(tmp_path: Path) -> None:
    claims, most, opened = read_in(tmp_path)
    assert claims > 0
    assert opened > 5
    assert most == 1
    assert read_in(tmp_path) == (claims, 0, 0)
