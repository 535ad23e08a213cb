from tawatur.clean.alignment import align

LONG = "قتل شخصان وأصيب ثالث في قصف مدفعي على البلدة"
LONGER = "وقالت المصادر إن القصف استهدف السوق وأدى إلى حريق كبير فيه"


def test_the_nodes_that_an_extractor_took_are_found_and_no_others():
    nodes = ["الرئيسية", LONG, " ", "ثلاثة", "\n", LONGER, "تويتر", "جميع الحقوق"]
    assert align(nodes, f"{LONG}ثلاثة{LONGER}")[0] == [1, 3, 5]


def test_short_nodes_are_taken_where_their_neighbours_stand_and_not_in_menus():
    nodes = ["سوريا", "حلب", LONG, "حلب", LONGER, "سوريا"]
    assert align(nodes, f"{LONG} حلب {LONGER}")[0] == [2, 3, 4]


def test_of_a_text_that_stands_twice_the_one_in_its_place_is_taken():
    nodes = [LONG, "قائمة", LONGER, LONG, "قائمة"]
    assert align(nodes, LONGER + LONG)[0] == [2, 3]
    assert align([LONG, "فاصل", LONG], LONG + LONG)[0] == [0, 2]


def test_space_and_invisible_marks_do_not_count():
    assert align([f"\u200f{LONG}\xa0", f"  {LONGER}"], LONG.replace(" ", "\n") + LONGER) == ([0, 1], 1.0)


def test_the_share_says_how_much_was_explained():
    taken, share = align([LONG], LONG + "س" * len(LONG.replace(" ", "")))
    assert (taken, share) == ([0], 0.5)


def test_nothing_is_taken_of_a_page_that_has_nothing_in_common():
    assert align([LONG, LONGER], "أسعار الخضار اليوم في السوق المركزي بالعاصمة") == ([], 0.0)
    assert align([], LONG) == ([], 0.0)
    assert align([LONG], "") == ([], 0.0)
