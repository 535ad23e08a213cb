import pytest

from tawatur.read.addresses import day_in, site_of


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2021/10/19/title", "2021-10-19"),
        ("https://example.org/ar/2021/9/7/title", "2021-09-07"),
        ("https://example.org/news-2018-10-19-title", "2018-10-19"),
        ("https://example.org/ar/20180518-title", "2018-05-18"),
        ("https://example.org/a?date=2020-03-04", "2020-03-04"),
        ("https://example.org/19-10-2021/x", "2021-10-19"),
        ("https://example.org/%D9%82%D8%B5%D9%81-2018_10_19", "2018-10-19"),
        ("http://web.archive.org/web/20220101123456/https://example.org/2021/10/19/x", "2021-10-19"),
        ("http://web.archive.org/web/20220101123456/https://example.org/x", None),
        ("https://example.org/2021/10/", None),
        ("https://example.org/2021/02/30/x", None),
        ("https://example.org/story/206875", None),
        ("https://example.org/story/12345678", None),
        ("https://example.org/120210101", None),
        ("https://example.org/2021/10/19/anniversary-of-2011-03-15", None),
        ("https://example.org/2021/10/19/x-2021-10-19", "2021-10-19"),
        ("", None),
    ],
)
def test_an_address_names_a_day_or_none(url, day):
    found = day_in(url)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.example.org:8080/a", "example.org"),
        ("http://EXAMPLE.org", "example.org"),
        ("//example.org/a", "example.org"),
        ("nothing", None),
        ("http://[::1", None),
        ("file:///a.html", None),
    ],
)
def test_a_site_is_a_host_without_www(url, site):
    assert site_of(url) == site


def test_a_long_address_is_looked_at_only_so_far():
    assert day_in("https://example.org/" + "1-" * 3_000_000 + "2021-10-19") is None
