"""The reference names every command, option, export, key and table, and links lead somewhere."""

import re
from pathlib import Path

import pytest
import typer

from doubles import TableReader, plain_text, report
from tawatur.cli.app import build_app
from tawatur.export.claims import format_document
from tawatur.export.parquet import SCHEMAS
from tawatur.export.views import VIEWS
from tawatur.records import Document
from tawatur.run.one import Reading
from tawatur.store import Filter, Manifest

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def page(name):
    return (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")


def section(text, heading):
    return re.split(r"^## ", text.split(f"## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


COMMANDS = {
    name: command
    for name, command in typer.main.get_command(build_app()).commands.items()
    if not hasattr(command, "commands")
}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_in_the_reference(name):
    said = section(page("commands.md"), f"tawatur {name}")
    for parameter in COMMANDS[name].params:
        for option in parameter.opts:
            if option.startswith("-") and option != "--help":
                assert f"`{option}`" in said, option


def test_every_export_and_kind_of_row_is_in_the_reference():
    said = page("exports.md")
    for view in VIEWS.values():
        text = section(said, view.name)
        for rows in view.rows if len(view.rows) > 1 else ():
            assert f"--rows {rows}" in text


def test_every_key_of_the_claim_format_is_in_the_reference():
    text = plain_text("d", report("وكالة", "3 قتلى بقصف على هجين يوم 2018-10-12"))
    document = Document(id="d", sha256="", media="text/plain", name="")
    line = format_document(Reading(document, text, TableReader().read(text, document).claims))
    (claim,) = line["claims"]
    said = section(page("exports.md"), "claims")
    for key in [*line, *claim, *claim["place"], *claim["effects"][0], *claim["spans"]]:
        assert f"`{key}`" in said, key


def test_every_table_key_and_filter_is_in_the_reference():
    for table in SCHEMAS:
        assert f"`{table}`" in section(page("exports.md"), "parquet")
    for key in Manifest.__struct_fields__:
        assert f"`{key}`" in section(page("case.md"), "manifest.json")
    for name in Filter.__struct_fields__:
        assert f"`{name}`" in page("library.md")


def test_every_public_name_is_in_the_reference():
    import tawatur

    for name in set(tawatur.__all__) - {"__version__", "Built", "Reading"}:
        assert f"`{name}" in page("library.md"), name
    for name in (name for name in dir(tawatur.Case) if not name.startswith("_")):
        assert f"`{name}`" in page("library.md") or name in {"close", "store", "path"}, name


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (path.parent / target).exists(), target


def test_every_quote_in_the_readme_stands_in_an_example():
    quotes = re.findall(r"«([^»]+)»", (ROOT / "README.md").read_text(encoding="utf-8"))
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in (ROOT / "examples" / "gold").glob("*.json")
    ]
    shown = " ".join(" ".join(texts).replace("\\n", " ").split())
    assert len(quotes) >= 3
    for quote in quotes:
        assert " ".join(quote.split()) in shown, quote
