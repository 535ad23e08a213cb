import json
import re
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest

from tawatur.errors import ExportError
from tawatur.run.report import write_report
from tawatur.serve.query import SORTS, State
from tawatur.serve.site import file_name


@pytest.fixture(scope="module")
def site(case, tmp_path_factory):
    out = tmp_path_factory.mktemp("site") / "site"
    write_report(case, out)
    return out


@pytest.fixture(scope="module")
def quiet(case, tmp_path_factory):
    out = tmp_path_factory.mktemp("quiet") / "site"
    write_report(case, out, quotes=False, lang="ar")
    return out


def _pages(site):
    return sorted(site.rglob("*.html"))


def test_every_link_leads_to_a_file_of_the_site(site):
    for path in _pages(site):
        page = path.read_text(encoding="utf-8")
        for link in re.findall(r'(?<![-\w])(?:href|src)="([^"]*)"', page):
            target = urlsplit(unescape(link))
            if target.scheme:
                assert target.scheme in ("http", "https", "data"), link
                continue
            assert not link.startswith("/"), link
            if target.path:
                there = (path.parent / unquote(target.path)).resolve()
                assert there.is_file(), f"{path}: {link}"
                assert there.is_relative_to(site.resolve())


def test_the_site_has_every_incident_and_report_in_both_languages(site, desk):
    for lang in ("en", "ar"):
        for row in desk.index.standing():
            page = (site / lang / "incidents" / f"{file_name(row.id)}.html").read_text(encoding="utf-8")
            assert f'<html lang="{lang}"' in page
            assert (row.ar if lang == "ar" else row.en) in unescape(page)
        for document in desk.store.documents():
            assert (site / lang / "documents" / f"{file_name(document.id)}.html").is_file()


def test_the_site_asks_nobody_for_anything(site):
    for path in _pages(site):
        page = path.read_text(encoding="utf-8")
        assert "/review" not in page
        assert "/export" not in page
        for source in re.findall(r'<(?:script|link|img|iframe)\b[^>]*(?:src|href)="([^"]*)"', page):
            assert not urlsplit(source).netloc, source


def test_without_quotes_no_word_of_a_report_is_shown(quiet, site, desk):
    quotes = {
        unescape(desk.reviewed.quote(claim)).strip()
        for row in desk.index.standing()
        for key in desk.reviewed.incident(row.id).claims
        if (claim := desk.reviewed.claim(key))
    }
    long = [quote for quote in quotes if len(quote) > 40]
    assert long
    titles = {document.title for document in desk.store.documents() if document.title}
    spoken = "\n".join(path.read_text(encoding="utf-8") for path in _pages(site))
    silent = "\n".join(path.read_text(encoding="utf-8") for path in _pages(quiet))
    assert all(words in unescape(spoken) for words in long[:5])
    assert not [words for words in (*long, *titles) if words in unescape(silent)]
    assert "<blockquote" not in silent


def test_no_folder_of_the_machine_that_read_the_reports_is_shown(site, case):
    from pathlib import Path

    folder = str(Path(__file__).parents[2])
    assert not [path for path in _pages(site) if folder in path.read_text(encoding="utf-8")]


def test_the_first_page_leads_to_the_list_in_the_language_that_was_asked_for(site, quiet):
    assert 'url=en/index.html"' in (site / "index.html").read_text(encoding="utf-8")
    assert 'url=ar/index.html"' in (quiet / "index.html").read_text(encoding="utf-8")


def test_a_site_is_written_again_with_the_same_bytes(site, case):
    before = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    (site / "en" / "left.html").write_text("of an older site", encoding="utf-8")
    write_report(case, site)
    assert {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_folder_of_other_things_is_left_alone(case, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="other things"):
        write_report(case, tmp_path)
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("id_", ["../../etc/passwd", "A", "a/b", "..", "con.txt", "x" * 300, "م"])
def test_no_identifier_leads_out_of_the_site(id_):
    assert re.fullmatch(r"x[0-9a-f]{24}", file_name(id_))


def test_identifiers_that_differ_in_case_alone_have_files_of_their_own():
    assert file_name("abc") != file_name("ABC").lower()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_one_file_of_data_holds_every_incident_with_its_card_and_its_place_in_each_order(site, desk, lang):
    script = (site / lang / "incidents-data.js").read_text(encoding="utf-8")
    told = json.loads(script.removeprefix("globalThis.tawaturIncidents = ").removesuffix(";\n"))
    assert [one["id"] for one in told] == [row.id for row in desk.index.all_of(desk.index.find(State()))]
    for sort in SORTS:
        ranked = sorted(told, key=lambda one: one["ranks"][sort])
        assert [one["id"] for one in ranked] == [
            row.id for row in desk.index.all_of(desk.index.find(State()), sort)
        ]
    for one in told:
        assert f'data-incident="{one["id"]}"' in one["card"]
        assert one["title"] in unescape(one["card"])
        (link,) = re.findall(r'href="([^"]+)"', one["card"])
        assert (site / lang / link).is_file()
