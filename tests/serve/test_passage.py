from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.records import Span
from tawatur.serve.passage import Mark, build_runs, paragraph_around

texts = st.text(min_size=1, max_size=60)


@st.composite
def marked(draw):
    shown = draw(texts)
    edge = st.integers(0, len(shown))
    spans = [tuple(sorted((draw(edge), draw(edge)))) for _ in range(draw(st.integers(0, 5)))]
    return shown, [Mark(Span(*span), "claim", f"c{n}") for n, span in enumerate(spans) if span[0] < span[1]]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(marked())
def test_runs_put_together_are_the_text(made):
    shown, marks = made
    assert "".join(run.text for run in build_runs(shown, marks)) == shown


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(marked())
def test_the_runs_of_a_claim_put_together_are_its_words(made):
    shown, marks = made
    runs = build_runs(shown, marks)
    for mark in marks:
        assert "".join(run.text for run in runs if mark.claim in run.claims) == mark.span.of(shown)
        assert sum(mark.claim in run.begins for run in runs) == 1


def test_the_paragraph_around_words_ends_at_its_lines():
    assert paragraph_around("a\nbcd\ne", Span(3, 4)).of("a\nbcd\ne") == "bcd"
    assert paragraph_around("bcd", Span(0, 3)).of("bcd") == "bcd"
