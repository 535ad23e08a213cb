"""One case of the example reports, and a reader of its pages."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tawatur.run.build import build_case
from tawatur.run.desk import open_desk
from tawatur.serve.app import create_app

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="session")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk") / "demo.case"
    build_case([EXAMPLES], folder, workers=1)
    return folder


@pytest.fixture(scope="session")
def desk(case):
    return open_desk(case)


@pytest.fixture
def reader(desk):
    """Asks as a browser on this machine does, with no cookie and no language of its own."""
    return TestClient(create_app(desk), base_url="http://127.0.0.1", headers={"accept-language": ""})
