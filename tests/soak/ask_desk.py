"""Ask every address of the desk whatever its description allows, and what it does not, as two kinds of asker.

    python tests/soak/ask_desk.py --times 2000 --seed 1

By Schemathesis, in one process and without a network. A reviewer who is logged in, and somebody who is not, ask the desk of
a case with users for everything that its OpenAPI describes, for its pages, and send its forms. It fails where the desk
breaks (500 or an exception), answers what its description does not say, or shows anything to whoever is not logged in.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import hypothesis
import schemathesis
from fastapi.testclient import TestClient
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

sys.path.insert(0, str(Path(__file__).parent))

from described_pages import describe_all

from tawatur import build_case
from tawatur.run.desk import open_desk
from tawatur.run.verify import verify_case
from tawatur.serve.access import COOKIE, Access
from tawatur.serve.app import create_app
from tawatur.serve.desk import Desk
from tawatur.serve.users import Role, Users

if TYPE_CHECKING:
    from fastapi import FastAPI

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
PASSWORD = "مفتاح-طويل-للتجربة-4417"
BASE = "http://127.0.0.1"
_SHUT = (303, 401, 403, 405, 415)  # what whoever is not logged in gets, but for the page to log in
_OPEN = ("/log-in", "/static/")


class Asked(NamedTuple):
    """One address, and what came of it."""

    who: str
    what: str
    answers: Counter[int]  # by status
    faults: tuple[str, ...]


def ask_all(case: Path, times: int, seed: int) -> Iterator[Asked]:
    """Each address asked so many times by each asker; then the judgements that were taken must be there."""
    users = Users(case)
    users.add("huda", Role.REVIEW, PASSWORD)
    desk = open_desk(case)
    app = create_app(desk, access=Access(users=users))
    held, csrf = _log_in(app)
    taken = 0
    for who, cookie in (("reviewer", held), ("nobody", "")):
        schema = schemathesis.openapi.from_dict(describe_all(app, _find_known(desk), csrf))
        schema.app = app
        operations = [result.ok() for result in schema.get_all_operations()]
        for operation in sorted(operations, key=lambda one: one.path == "/log-out"):  # it ends the session
            asked = _ask(operation, who, cookie, times, seed)
            if asked.what == "POST /review/judge":
                taken += asked.answers[303] if who == "reviewer" else 0
            yield asked
    kept = desk.reviewed.store.log.count()
    wrong = [f"{fault.where}: {fault.what}" for fault in verify_case(case)]
    if kept != taken:
        wrong.append(f"{taken} judgements were taken, and {kept} are there")
    yield Asked("afterwards", f"the case, with {kept} judgements", Counter(), tuple(wrong))


def _ask(operation: schemathesis.APIOperation, who: str, cookie: str, times: int, seed: int) -> Asked:
    answers: Counter[int] = Counter()
    faults: dict[str, str] = {}
    described = operation.schema.raw_schema["paths"][operation.path][operation.method]
    checks = [not_a_server_error]
    if "default" not in described["responses"]:
        checks += [status_code_conformance, content_type_conformance, response_schema_conformance]

    def ask(case: Case) -> None:
        try:
            answer = case.call(
                base_url=BASE,
                headers={"cookie": f"{COOKIE}={cookie}"} if cookie else {},
                allow_redirects=False,
            )
            answers[answer.status_code] += 1
            case.validate_response(answer, checks=checks)
            is_open = who == "reviewer" or operation.path.startswith(_OPEN)
            assert is_open or answer.status_code in _SHUT, (
                f"{answer.status_code} for whoever is not logged in"
            )
        except (Exception, BaseExceptionGroup) as error:  # noqa: BLE001 (any is a fault)
            said = " ".join(str(part) for part in getattr(error, "exceptions", (error,)))
            kind = type(error).__name__ + re.sub(r"\d+", "N", said)[:80]
            faults.setdefault(kind, f"{said[:600]}\n    {case.as_curl_command()[:600]}")

    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        try:
            tried = hypothesis.given(operation.as_strategy(generation_mode=mode))(ask)
            hypothesis.seed(seed)(
                hypothesis.settings(
                    max_examples=times,
                    deadline=None,
                    database=None,
                    suppress_health_check=list(hypothesis.HealthCheck),
                    phases=[hypothesis.Phase.generate],
                )(tried)
            )()
        except hypothesis.errors.Unsatisfiable:
            continue  # an address that takes nothing cannot be asked wrongly
    return Asked(who, operation.label, answers, tuple(faults.values()))


def _log_in(app: FastAPI) -> tuple[str, str]:
    """A session's cookie, and what its forms carry."""
    with TestClient(app, base_url=BASE, follow_redirects=False) as browser:
        page = browser.get("/log-in").text
        found = re.search(r'name="csrf" value="(\w+)"', page)
        assert found
        fields = {"csrf": found[1], "name": "huda", "password": PASSWORD}
        assert browser.post("/log-in", data=fields).status_code == 303
        page = re.search(r'name="csrf" value="(\w+)"', browser.get("/review").text)
        assert page
        return browser.cookies[COOKIE], page[1]


def _find_known(desk: Desk) -> dict[str, list[str]]:
    incidents = [row.id for row in desk.index.rows][:8]
    return {
        "incidents": incidents,
        "claims": [claim for id_ in incidents for claim in desk.reviewed.members(id_)][:12],
        "documents": [document.id for document in desk.store.documents()][:8],
        "sources": list(desk.index.values("source"))[:8],
        "publishers": list(desk.index.values("publisher"))[:8],
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--times", type=int, default=2000, help="requests to an address by each asker: half right, half wrong"
    )
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    total, wrong = Counter[int](), 0
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        build_case([EXAMPLES], case, workers=1)
        for found in ask_all(case, asked.times // 2, asked.seed):
            total += found.answers
            wrong += len(found.faults)
            said = ", ".join(f"{status}: {number:,}" for status, number in sorted(found.answers.items()))
            print(f"{found.who} {found.what}: {said or 'holds' * (not found.faults)}", flush=True)
            for fault in found.faults:
                print(f"  {fault}", flush=True)
    server = sum(number for status, number in total.items() if status >= 500)
    print(f"{total.total():,} requests, {server} server errors, {wrong} faults")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
