"""Small tables of places, made up for the tests, in the forms that people download."""

import csv
import gzip

WOF = [
    "wof_id",
    "placetype",
    "name",
    "names_ar",
    "names_en_variant",
    "lat",
    "lon",
    "parent_id",
    "geonames_id",
    "wikidata_id",
    "population",
]
COUNTRY = ["1", "country", "Syria", "سوريا", "", "35.0", "38.5", "0", "", "", "17000000"]
REGION = ["2", "region", "Deir-ez-Zor", "دير الزور", "", "35.3", "40.1", "1", "", "", ""]


def wof_row(
    number, arabic, lat, lon, *, placetype="locality", parent="2", name=None, geonames="", population=""
):
    return [
        str(number),
        placetype,
        name or f"Place {number}",
        arabic,
        "",
        str(lat),
        str(lon),
        parent,
        geonames,
        "",
        population,
    ]


def write_wof(path, rows, *, header=WOF, country=True):
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(header)
        if country:
            out.writerows([COUNTRY, REGION])
        out.writerows(rows)
    return path


def dump_row(
    number, name, alternates, lat, lon, *, code="PPL", country="SY", admin1="07", admin2="", population="0"
):
    feature = {"PPL": "P", "ADM": "A", "DAM": "S"}.get(code[:3], "S")
    return "\t".join(
        [
            str(number),
            name,
            name,
            alternates,
            str(lat),
            str(lon),
            feature,
            code,
            country,
            "",
            admin1,
            admin2,
            "",
            "",
            population,
            "",
            "200",
            "Asia/Damascus",
            "2024-01-01",
        ]
    )


def write_lines(path, lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


PCODES = [
    "ADM4_EN",
    "ADM4_AR",
    "ADM4_PCODE",
    "ADM3_EN",
    "ADM3_AR",
    "ADM3_PCODE",
    "ADM2_EN",
    "ADM2_AR",
    "ADM2_PCODE",
    "ADM1_EN",
    "ADM1_AR",
    "ADM1_PCODE",
    "ADM0_EN",
    "ADM0_PCODE",
    "LATITUDE_Y",
    "LONGITUDE_X",
]


def pcode_row(number, english, arabic, lat="", lon=""):
    return [
        english,
        arabic,
        f"C{number:04}",
        "Sub",
        "الناحية الشمالية",
        "SY090100",
        "Dist",
        "المنطقة البعيدة",
        "SY0901",
        "Deir-ez-Zor",
        "دير الزور",
        "SY09",
        "Syria",
        "SY",
        str(lat),
        str(lon),
    ]


def write_csv(path, header, rows, *, delimiter=","):
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=delimiter)
        out.writerow(header)
        out.writerows(rows)
    return path
