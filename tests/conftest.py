"""The case of the example reports, built once for every test that only reads it."""

from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"


@pytest.fixture(scope="session")
def examples_case(tmp_path_factory):
    from tawatur.run.build import build_case

    folder = tmp_path_factory.mktemp("examples") / "demo.case"
    build_case([EXAMPLES], folder, workers=1)
    return folder
