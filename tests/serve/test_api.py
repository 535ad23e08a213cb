"""Every address of the desk, asked whatever its description allows and what it does not; the long form is `make soak`."""

import shutil
import sys
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

sys.path.append(str(Path(__file__).parents[1] / "soak"))

from ask_desk import ask_all
from described_pages import describe_all

from tawatur.serve.app import create_app
from tawatur.serve.log_in import router as log_in
from tawatur.serve.pages import router as pages
from tawatur.serve.review_pages import router as review_pages


@pytest.fixture(scope="module")
def asked(case, tmp_path_factory):
    return list(ask_all(shutil.copytree(case, tmp_path_factory.mktemp("asked") / "case"), times=6, seed=3))


def test_nothing_breaks_the_desk_and_it_answers_as_it_is_described(asked):
    assert [(one.who, one.what, one.faults) for one in asked if one.faults] == []
    assert sum(one.answers.total() for one in asked) > 500


def test_who_is_not_logged_in_is_shown_nothing_whatever_is_asked(asked):
    for one in asked:
        if one.who == "nobody" and "/log-in" not in one.what:
            assert 200 not in one.answers, one.what


def test_every_address_is_asked(desk):
    app = create_app(desk)
    known = {"incidents": ["i"], "claims": ["c"]}
    described = describe_all(app, known, csrf="x")["paths"]
    routes = [route for router in (pages, log_in, review_pages) for route in router.routes]
    assert {route.path.replace(":path}", "}") for route in routes if isinstance(route, APIRoute)} <= set(
        described
    )
