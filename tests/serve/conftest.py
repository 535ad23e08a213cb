"""One case of the example reports, and a reader of its pages."""

import pytest
from fastapi.testclient import TestClient

from tawatur.run.desk import open_desk
from tawatur.serve.app import create_app


@pytest.fixture(scope="session")
def case(examples_case):
    return examples_case


@pytest.fixture(scope="session")
def desk(case):
    return open_desk(case)


@pytest.fixture
def reader(desk):
    """Asks as a browser on this machine does, with no cookie and no language of its own."""
    return TestClient(create_app(desk), base_url="http://127.0.0.1", headers={"accept-language": ""})
