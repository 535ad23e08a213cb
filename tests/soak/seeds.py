"""Good inputs, from which hostile ones are made. Every report in them is invented."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import tarfile
import zipfile
from functools import cache
from pathlib import Path

import openpyxl

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
REPORT = (
    "قُتل ثلاثة مدنيين بينهم طفل وأصيب 12 آخرون بقصف مدفعي للقوات السورية على بلدة هجين بريف دير الزور مساء أمس الجمعة 23 "
    "تشرين الثاني 2018، وفق ما أفاد مراسل «وكالة الساحل».\nوقالت مصادر محلية إنّ ١٥٠٠ شخص نزحوا، ونفى التحالف الدولي ذلك.\n"
)
# Short ones, from which most inputs are made: a change to one is likelier to reach what reads it.
PHRASES = tuple(
    phrase.encode()
    for phrase in (
        "قُتل ثلاثة مدنيين بينهم طفل وأصيب 12 آخرون",
        "بقصف مدفعي للقوات السورية على بلدة هجين",
        "ونفى التحالف الدولي ذلك، وفق «وكالة الساحل».",
        "قتل 1,000 شخص و3.5 بين 10-15 يوم 28/11/2018 هـ",
        "نزح نحو ١٥٠٠ شخص من ريف دير الزور، أمس",
    )
)
NUMBERS = tuple(
    number.encode()
    for number in (
        "ثلاثة وعشرون ألفاً ومئتان وخمسة",
        "١٥٠٠ شخص و1,250.5",
        "أكثر من مئة قتيل",
        "بين 10-15 أو نحو عشرين",
        "الثالثة عشرة والحادي والعشرون",
        "مليون ونصف المليون",
        "عشرات القتلى ومئات الجرحى",
        "لا أحد، واحد، اثنان، بضعة عشر",
        "ثلث 40% و3 ملايين و٣٬٢٠٠",
    )
)
DATES = tuple(
    date.encode()
    for date in (
        "مساء أمس الجمعة 23 تشرين الثاني 2018",
        "يوم 28/11/2018 و2018-11-24",
        "في 10 محرم 1440 هـ",
        "بين 3 و5 أكتوبر الماضي",
        "منذ ثلاثة أيام، الأسبوع الماضي",
        "من 29 شباط حتى الأول من آذار",
        "فجر اليوم الأحد (الخامس من أيار)",
        "عام 2017 ومنتصف حزيران",
        "قبل شهرين، في الربع الأول من ١٤٣٩",
    )
)
SHORT_PAGE = (
    '<html><head><title>قصف</title><meta property="article:published_time" content="2018-11-24"></head>'
    "<body><h1>قصف على هجين</h1><p>قُتل ثلاثة مدنيين بقصف مدفعي على بلدة هجين<br>أمس.</p></body></html>"
).encode()
PAGE = (
    '<!doctype html><html><head><meta charset=utf-8><title>قصف</title><meta property="article:published_time" '
    'content="2018-11-24"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2018-11-24"}'
    f"</script></head><body><h1>قصف على هجين</h1><p>{REPORT}</p><ul><li>اقرأ أيضا</ul></body></html>"
)


def pack_zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", REPORT)
        archive.writestr("b.jsonl", write_line())
    return packed.getvalue()


def pack_tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(REPORT.encode())
        archive.addfile(info, io.BytesIO(REPORT.encode()))
    return packed.getvalue()


def write_line() -> bytes:
    return json.dumps({"text": REPORT, "id": "a", "published": "2020-01-02"}, ensure_ascii=False).encode()


def pack_warc() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.test/\r\nContent-Type: application/http"
    return head + b"; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n"


LEXICON = """
- id: act.shell
  kind: [shelling]
  label: {en: shelling, ar: قصف}
  verbs: [قصف يقصف, استهدف يستهدف]
  nouns: [قصف, غارة/ات]
  phrases: [سقوط قذائف]
  needs: [مدفعية]
- id: party.x
  names: [لواء الريح]
  shared: [{form: اللواء, in: [SY], since: 2012-01-01, until: 2014-02-02, default: true}]
  parties: [{party: y, in: [IQ]}]
""".encode()
OUTLETS = """
- id: own
  kind: newspaper
  name: {en: The Shore, ar: الساحل}
  names: [صحيفة الساحل]
  domains: [shore.test]
  camp: [{party: y, since: 2012-01-01}]
""".encode()
DUMP = (
    "170063\tHajin\tHajin\tهجين,Hajin\t34.68916\t40.83111\tP\tPPL\tSY\t\t07\t\t\t\t0\t\t177\tAsia/Damascus\t2018-01-01\n"
).encode()
ALTERNATES = "1\t170063\tar\tهجين\t1\t\t\t\n2\t170063\tar\tهجّين\t\t\t\t\n".encode()
PCODES = "admin1Name_en,admin1Name_ar,ADM1_PCODE,ADM2_PCODE,ADM2_AR,ADM2_EN\nDeir,دير الزور,SY09,SY0901,هجين,Hajin\n".encode()
LISTED = "name_ar,name_en,lat,lon,kind,country,admin1\nهجين,Hajin,34.6,40.8,town,SY,دير الزور\n".encode()
PLACES = (
    "wof_id,placetype,name,names_ar,lat,lon,parent_id\n421199373,locality,Hajin,هجين,34.6,40.8,85678371\n"
    "85678371,region,Deir ez-Zor,دير الزور|محافظة دير الزور,35.3,40.1,85632413\n85632413,country,Syria,سوريا,35,38,\n"
).encode()
ADDRESS = b"q=%D9%82%D8%B5%D9%81&from=2018-10-01&to=2018-10-31&bbox=36,33,38,35.5&kind=shelling&kind=airstrike&page=2&sort=killed"
FORM = (
    b"about=c1&field=place&seen=3&place_name=%D9%87%D8%AC%D9%8A%D9%86&country=sy&lat=34.6&lon=40.8&precision=town&first=2018-10-01"
    b"&last=&effect_kind=killed&effect_who=civilians&effect_of=&effect_low=3&effect_high=5&claim=c1&claim=c2&actors=isis%D8%8C+sdf"
)
MANIFEST = b'{"format":1,"tawatur":"0.1.0","fingerprints":{},"counts":{},"refused":{},"roots":{},"root":"","files":{},"refusals":[]}'


def cut_sentences() -> tuple[bytes, ...]:
    """Every sentence of the invented reports, and every clause of one as a short sentence."""
    sentences = [
        line.strip()
        for path in sorted(EXAMPLES.glob("*.txt"))
        for line in re.split(r"(?<=[.؟!])\s+|\n", path.read_text(encoding="utf-8"))
        if len(line) > 20
    ]
    clauses = [
        clause.strip() for line in sentences for clause in re.split("[،:؛]", line) if 20 < len(clause) < 90
    ]
    return tuple(line.encode() for line in (*sentences, *clauses))


def pack_table() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("t.csv", LISTED)
    return packed.getvalue()


@cache
def write_workbook() -> bytes:
    book = openpyxl.Workbook()
    for line in LISTED.decode().splitlines():
        book.active.append(line.split(","))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


TABLE = (
    f'id,التاريخ,source,text\na,3/4/2018,"الساحل, هجين","{REPORT}"\nb,28/11/2018,,{PHRASES[0].decode()}\n;;\n'
).encode()


@cache
def write_reports(sheets: int = 2) -> bytes:
    """A workbook of sheets of reports."""
    book = openpyxl.Workbook()
    for sheet in (book.active, *(book.create_sheet("ب") for _ in range(sheets - 1))):
        sheet.append(["text", "التاريخ", "id"])
        sheet.append([REPORT, dt.date(2018, 11, 28), 7])
        sheet.append([PHRASES[0].decode(), "3/4/2018", sheet.title])
        sheet.append([PHRASES[1].decode(), 43432])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def put_sheet(workbook: bytes, sheet: bytes) -> bytes:
    """The workbook with this in the place of its first sheet."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as book, zipfile.ZipFile(packed, "w") as new:
        for name in book.namelist():
            new.writestr(name, sheet if name.endswith("sheet1.xml") else book.read(name))
    return packed.getvalue()


def cut_sheet(workbook: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook)) as book:
        return book.read("xl/worksheets/sheet1.xml")


GOLD = (
    '{"id":"a","outlet":"x","published":"2018-11-24","text":"قصف","claims":[{"id":"c","type":"shelling","stance":"asserted","quote":"قصف",'
    '"actors":["sdf"],"targets":[],"place":null,"date":["2018-11-23","2018-11-23"],"effects":[],"source":"outlet"}]}\n'
).encode()
