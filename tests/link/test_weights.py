import pytest
from hypothesis import given

from link.test_incidents import many_tellings
from tawatur.errors import LexiconError
from tawatur.link import Level, load_weights, weights
from tawatur.link.pairs import compare


@pytest.fixture
def table(tmp_path, monkeypatch):
    """The table that ships, to be spoilt."""
    path = tmp_path / "link.tsv"
    path.write_text(weights.TABLE.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(weights, "TABLE", path)
    load_weights.cache_clear()
    yield path
    load_weights.cache_clear()


@given(many_tellings())
def test_every_level_that_a_pair_may_show_has_its_points(tellings):
    for one in tellings:
        for other in tellings:
            for aspect, agreement in compare(one, other).items():
                assert agreement.level is Level.APART or agreement.level in load_weights().points[aspect]


def test_what_agrees_better_is_never_worth_less():
    order = [Level.SAME, Level.ALIKE, Level.NEAR, Level.UNLIKE, Level.FAR, Level.OPPOSED]
    for aspect in ("place", "kind", "parties", "counts", "words"):
        points = load_weights().points[aspect]
        worth = [points[level] for level in order if level in points]
        assert worth == sorted(worth, reverse=True), aspect


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda text: text.replace("day\tsame\t", "weather\tsame\t"), "'weather' is no agreement"),
        (lambda text: text.replace("day\tsame\t", "day\tthe same\t"), "'the same' is not a valid Level"),
        (lambda text: text.replace("\nstart\t", "\n# start\t"), "no row for: start"),
        (lambda text: text.replace("\nday\tnear\t", "\n# day\tnear\t"), "no row for: day near"),
    ],
)
def test_a_table_that_was_edited_wrongly_says_what_is_wrong(table, spoil, says):
    table.write_text(spoil(table.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(LexiconError, match=says):
        load_weights()
