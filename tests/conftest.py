"""What many tests share: finders, the case of the example reports, built once for those that only read it, and an S3 server."""

import os
from pathlib import Path

import fsspec
import pytest
from hypothesis import settings

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"

# How long an example takes is the machine's affair, and of what else runs on it: speeds are measured in benchmarks/.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")


@pytest.fixture(scope="session")
def finders():
    """What finds parties, places, days and harm in a text: slow to load, and changed by nobody."""
    from tawatur.claim.reader import Finders

    return Finders.load()


@pytest.fixture(scope="session")
def examples_case(tmp_path_factory):
    from tawatur.run.build import build_case

    folder = tmp_path_factory.mktemp("examples") / "demo.case"
    build_case([EXAMPLES], folder, workers=1)
    return folder


@pytest.fixture(scope="session")
def bucket():
    """A bucket on an S3 server that runs here."""
    pytest.importorskip("s3fs", reason="S3 IS NOT TESTED HERE: pip install 'tawatur[s3]'")
    server = pytest.importorskip("moto.server", reason="S3 IS NOT TESTED HERE: pip install 'moto[s3,server]'")
    running = server.ThreadedMotoServer(port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    keep = dict(os.environ)
    os.environ |= {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    fsspec.filesystem("s3").mkdir("reports")
    yield "s3://reports"
    running.stop()
    os.environ.clear()
    os.environ |= keep
