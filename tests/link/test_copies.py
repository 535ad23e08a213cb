import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tawatur.export.reasons import say_reasons
from tawatur.link.copied import find_copied
from tawatur.link.copies import Report, agree_on_passages, find_copies
from tawatur.records import Claim, ClaimType, Likeness, Said, Span

WIRE = (
    "أعلن ناطق باسم الجيش مساء الثلاثاء إحباط محاولة تسلل إلى مواقعه على أطراف بلدة تل الزيتون، مشيرا إلى مقتل "
    "سبعة من المهاجمين وتدمير آليتين لهم، فيما أصيب جنديان بجروح طفيفة نقلا على إثرها إلى المشفى العسكري القريب."
)
OTHER = (
    "شهدت أسواق المدينة القديمة إقبالا واسعا مع اقتراب العيد، وقال تجار إن الأسعار بقيت على حالها رغم ارتفاع كلفة "
    "النقل، بينما طالب مستهلكون بتشديد الرقابة على المحال التي ترفع أسعارها بلا مبرر خلال الأيام الأخيرة من الموسم."
)
DAY = dt.date(2019, 5, 7)


def report(key, text, day=DAY):
    return Report.of(key, day, text)


def only(copies):
    (copy,) = copies
    return copy


def test_the_same_words_are_an_exact_copy_whatever_their_spelling():
    copy = only(
        find_copies(
            [report("a", WIRE), report("b", WIRE.replace("أ", "ا").replace("،", " "), DAY + dt.timedelta(1))]
        )
    )
    assert (copy.copy, copy.original, copy.likeness, copy.share) == ("b", "a", Likeness.EXACT, 1.0)
    assert say_reasons(copy.why, "en").endswith("; printed 1 day earlier")


def test_agency_text_under_another_headline_is_the_same_report():
    copied = f"سبعة قتلى في محاولة تسلل فاشلة\n{WIRE}"
    copy = only(find_copies([report("a", f"الجيش يحبط تسللا قرب تل الزيتون\n{WIRE}"), report("b", copied)]))
    assert copy.likeness is Likeness.TEXT
    assert copy.span.of(copied) == WIRE.rstrip(".")


def test_a_passage_lifted_into_a_longer_report_is_found_with_its_place():
    longer = f"{OTHER} {OTHER[::-1]}\n{WIRE}\n{OTHER}"
    one, other = report("a", WIRE), report("b", longer, DAY + dt.timedelta(2))
    assert not list(find_copies([one, other]))
    passage = only(agree_on_passages(one, other))
    assert passage.likeness is Likeness.PASSAGE
    assert passage.span.of(longer) == WIRE.rstrip(".")


def test_a_word_changed_here_and_there_does_not_break_a_passage():
    changed = WIRE.replace("سبعة", "ثمانية").replace("القريب", "البعيد")
    passage = only(agree_on_passages(report("a", WIRE), report("b", changed)))
    assert 0.9 < passage.share < 1


def test_phrases_of_the_trade_are_no_copy():
    one = report("a", f"{OTHER} وقال المصدر لمراسلنا إن التفاصيل ستعلن في وقت لاحق من اليوم")
    other = report("b", f"{WIRE} وقال المصدر لمراسلنا إن التفاصيل ستعلن في وقت لاحق من اليوم")
    assert not agree_on_passages(one, other)


def test_of_two_of_one_day_the_one_that_relays_nobody_is_the_original():
    relayed = f"نقلا عن مراسلين {WIRE}"
    copy = only(find_copies([report("a", relayed), report("b", WIRE)]))
    assert (copy.copy, copy.original) == ("a", "b")


@given(st.permutations(range(5)), st.randoms(use_true_random=False))
def test_chains_end_and_do_not_depend_on_the_order_of_reports(order, chance):
    days = [DAY + dt.timedelta(chance.randrange(2)) for _ in range(5)]
    reports = [report(f"r{n}", f"{WIRE} {OTHER[: 20 * n]}", days[n]) for n in range(5)]
    found = sorted(find_copies(reports), key=lambda copy: copy.copy)
    assert sorted(find_copies([reports[n] for n in order]), key=lambda copy: copy.copy) == found
    originals = {copy.copy: copy.original for copy in found}
    for copy in originals:
        at, seen = copy, set()
        while at in originals:
            assert at not in seen
            seen.add(at)
            at = originals[at]


def claim(key, document, text, quote):
    start = text.index(quote)
    span = Span(start, start + len(quote))
    return Claim(id=key, document=document, type=Said(ClaimType.ARMED_CLASH, span), quote=span)


def test_a_claim_in_copied_words_leads_to_the_claim_that_they_state_in_the_original():
    longer = f"{OTHER}\n{WIRE}"
    quote, own = "مقتل سبعة من المهاجمين", "شهدت أسواق المدينة القديمة إقبالا"
    claims = [
        claim("a1", "a", WIRE, "إحباط محاولة تسلل"),
        claim("a2", "a", WIRE, quote),
        claim("b1", "b", longer, quote),
        claim("b2", "b", longer, own),
    ]
    reports = {"a": report("a", WIRE), "b": report("b", longer, DAY + dt.timedelta(1))}
    copied = only(find_copied(claims, reports))
    assert (copied.claim, copied.of) == ("b1", "a2")
    assert say_reasons(
        copied.why, "en"
    ) == "the report is the same but for a few words; printed 1 day earlier" or "passage" in say_reasons(
        copied.why, "en"
    )
