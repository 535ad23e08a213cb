"""The worked example of METHODOLOGY.md is what the program makes of the invented reports now."""

import csv
import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_worked_example_is_the_memo_as_it_is_read_now():
    spec = importlib.util.spec_from_file_location("worked_example", ROOT / "scripts" / "worked_example.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    page = (ROOT / "METHODOLOGY.md").read_text(encoding="utf-8")
    shown = page.split(script.BEGIN)[1].split(script.END)[0]
    assert shown.splitlines() == list(script.write_example()), "run python scripts/worked_example.py"
    # What the words around it explain.
    assert "Grade: Contested" in shown
    assert "medics (heard by" in shown
    assert "party about itself, through صحيفة مرافئ الخليج, denies" in shown
    assert "May be the same as" in shown
    assert "best 10, by medics" in shown


def test_every_line_of_the_excerpt_in_the_readme_stands_in_the_worked_example():
    lines = {line.strip() for line in (ROOT / "METHODOLOGY.md").read_text(encoding="utf-8").splitlines()}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt = readme.split("<!-- an excerpt of the worked example", 1)[1].split("```")[1]
    shown = [line.strip() for line in excerpt.splitlines() if line.strip() not in ("", "…")]
    assert len(shown) > 15
    assert [line for line in shown if line not in lines] == []


def test_the_points_in_the_example_of_linking_are_those_of_the_table():
    page = (ROOT / "METHODOLOGY.md").read_text(encoding="utf-8")
    example = page.split("**An example** (invented", 1)[1].split("\n\n", 1)[0]
    said = re.findall(r"[+−]\d\.\d\d", example)
    table = (ROOT / "src/tawatur/data/weights/link.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader((line for line in table.splitlines() if line[:1] != "#"), delimiter="\t")
    points = {f"{float(row['points']):+.2f}".replace("-", "−") for row in rows}
    assert len(said) > 8
    assert [number for number in said if number not in points] == []
