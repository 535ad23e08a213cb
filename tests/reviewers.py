"""A small case of invented reports, and a desk at which a reviewer judges it."""

import datetime as dt
import json

from doubles import report
from tawatur.review import build_judgement
from tawatur.run.judged import JudgedCase
from tawatur.store import SqliteStore

REPORTS = {
    "a": report("سكاي", "3 قتلى بقصف على هجين يوم 2018-10-12 من isis بحسب sdf"),
    "b": report("سانا", "5 قتلى بقصف على هجين يوم 2018-10-12 من isis بحسب isis", "2 قتلى باشتباك على السوسة يوم 2018-11-03"),
    "c": report("عنب", "4 قتلى بقصف على هجين يوم 2018-10-12 من isis", "9 قتلى بغارة على الموصل يوم 2018-10-20 بحسب sdf"),
    "d": report("فرات", "9 قتلى بغارة على الموصل يوم 2018-10-20 بحسب isis"),
}  # fmt: skip
OUTLETS = {"a": "سكاي", "b": "سانا", "c": "عنب", "d": "فرات"}
NOON = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)


class Desk:
    """A case under review, in which claims are named by their report and the order of the text: `c.2`."""

    def __init__(self, folder):
        self._case = JudgedCase(SqliteStore(folder))
        self.store = self._case.store
        self.folder = folder
        self.ids = {
            f"{document.id}.{n}": claim.id
            for document in self.store.documents()
            for n, claim in enumerate(self.store.reading(document.id).claims, 1)
        }
        self.names = {id_: name for name, id_ in self.ids.items()}

    @property
    def case(self):
        """As it stands after the last judgement."""
        self._case.refresh()
        return self._case

    def incident_of(self, claim):
        return self.case.incident_of(self.ids[claim])

    def build(self, about, field, value=None, who="huda", **more):
        """`about` is a claim's name, or any identifier."""
        about = self.ids.get(about, about)
        return build_judgement(self.case, about, field, value, who=who, when=NOON, **more)

    def judge(self, about, field, value=None, who="huda", **more):
        return self.store.judge(self.build(about, field, value, who, **more))[1]

    def on_incident_of(self, claim, field, value=None, **more):
        return self.judge(self.incident_of(claim), field, value, **more)

    def groups(self):
        """Claims by incident, without the incidents' names."""
        return sorted(sorted(self.names[key] for key in one.claims) for one in self.case.incidents())

    def close(self):
        self.store.close()


def write_reports(path, reports):
    lines = [{"id": key, "text": text, "outlet": OUTLETS.get(key, key)} for key, text in reports.items()]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
