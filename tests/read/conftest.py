import gzip
import io
import json
import tarfile
import zipfile

import pytest

from tawatur.read import Received, Seen, read_reports
from tawatur.records import Refusal

REPORT = "قتل شخصان وأصيب ثالث في قصف مدفعي على بلدة النخيل صباح الثلاثاء، بحسب مصادر محلية.\n"
OTHER = "أعلنت غرفة العمليات انسحاب مقاتليها من تلة الزيتون بعد اشتباكات استمرت ساعات.\n"


class Read:
    """What reading a folder or a file gave, sorted by kind."""

    def __init__(self, paths, **options):
        self.all = list(read_reports(paths, **options))
        self.reports = [one for one in self.all if isinstance(one, Received)]
        self.documents = [one.document for one in self.reports]
        self.seen = [one for one in self.all if isinstance(one, Seen)]
        self.refused = [one for one in self.all if isinstance(one, Refusal)]
        self.codes = [refusal.code for refusal in self.refused]

    @property
    def document(self):
        assert len(self.documents) == 1, self.all
        return self.documents[0]

    @property
    def refusal(self):
        assert len(self.refused) == 1, self.all
        return self.refused[0]


@pytest.fixture
def read():
    return lambda *paths, **options: Read(paths, **options)


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def json_line(**keys):
    return json.dumps(keys, ensure_ascii=False).encode() + b"\n"


def zip_of(entries):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return packed.getvalue()


def tar_of(entries, mode="w"):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        for name, content in entries:
            if isinstance(name, tarfile.TarInfo):
                archive.addfile(name)
                continue
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def page_of(body, head=""):
    return f"<html><head><title>x</title>{head}</head><body>{body}</body></html>"


def record(kind, url, block, content_type, **headers):
    lines = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2020-01-02T03:04:05Z",
        "WARC-Record-ID": "<urn:uuid:5b1a3e9c-0f7d-4c7f-9b53-0d4b2a1c7e11>",
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
        **headers,
    }
    head = "WARC/1.0\r\n" + "".join(f"{key}: {value}\r\n" for key, value in lines.items()) + "\r\n"
    return head.encode() + block + b"\r\n\r\n"


def response(url, body, content_type="text/html; charset=utf-8", status="200 OK", **headers):
    lines = {"Content-Type": content_type, "Content-Length": str(len(body)), **headers}
    head = f"HTTP/1.1 {status}\r\n" + "".join(f"{key}: {value}\r\n" for key, value in lines.items()) + "\r\n"
    return record("response", url, head.encode() + body, "application/http; msgtype=response")


def gzipped(*parts):
    return b"".join(gzip.compress(part, mtime=0) for part in parts)
