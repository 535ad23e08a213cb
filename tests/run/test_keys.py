import pytest

from doubles import TableReader, plain_text
from tawatur.records import Document
from tawatur.run.keys import search_body, search_expression
from tawatur.store import GrowingSqliteStore, build_rows

TEXTS = {
    "1": "وبالقصف المدفعي على هجين",
    "2": "للقصف أثر على المدينة",
    "3": "قُصِفَت البلدة أمس",
    "4": "وصل وفد إلى الموصل",
    "5": "فقصف الجيش محيط الهجين",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with GrowingSqliteStore(tmp_path_factory.mktemp("case") / "case") as store:
        for key, text in TEXTS.items():
            document = Document(id=key, sha256=key, media="text/plain", name=key)
            shown = plain_text(key, text)
            read = TableReader().read(shown, document)
            store.add(
                build_rows(
                    document,
                    1,
                    document,
                    shown,
                    read.claims,
                    search=search_body(text),
                    clean_key="",
                    claims_key="",
                )
            )
        store.commit()
        yield store


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("قصف", "125"),
        ("القصف", "125"),
        ("قَصْف", "125"),
        ("هجين", "15"),
        ("قصف هجين", "15"),
        ("صل", "4"),  # also finds وصل: more is found, never less
        ("موصل", "4"),
        ('قصف" OR "*', ""),
        ("NEAR(قصف)", ""),
    ],
)
def test_a_word_is_found_in_every_way_it_is_written_onto(store, asked, found):
    assert sorted(store.search(search_expression(asked))) == list(found)


def test_nothing_asked_is_nothing_found():
    assert search_expression("… ؟") == ""
