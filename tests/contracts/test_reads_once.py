"""A process opens each lexicon once, however many modules ask for it: opening them is most of what starting costs."""

import subprocess
import sys

_READS = """
from collections import Counter
from tawatur.lexicon import load

opened = Counter()
read = load.read_rows
load.read_rows = lambda path: (opened.update([path.name]), read(path))[1]

from tawatur.claim.decide import choose_claims, read_drafts
from tawatur.claim.reader import Reader
from tawatur.segment.words import Words

reader = Reader.load()
words = Words(
    "قالت قوات سوريا الديمقراطية إن خمسة مدنيين قتلوا في قصف تركي على بلدة سرمين، وسيطر الجيش على شاحنة ذخيرة. "
    "وأفاد المرصد بوفاة رجل، وفقدان طفل من اللاجئين، واعتقال شخص في إدلب."
)
found = reader.finders.find(words, reader.finders.matcher.find(words), None, None)
print(len(choose_claims(read_drafts(found, reader.models), reader.models)), max(opened.values()), len(opened))
"""


def test_a_process_opens_each_lexicon_once() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _READS], capture_output=True, text=True, timeout=120, check=True
    )
    claims, most, files = map(int, ran.stdout.split())
    assert claims > 0
    assert files > 5
    assert most == 1
