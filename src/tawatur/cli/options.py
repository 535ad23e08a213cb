"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

LANG = "TAWATUR_LANG"  # the variable that holds the default language


class Language(StrEnum):
    en = "en"
    ar = "ar"


CasePath: TypeAlias = Annotated[
    Path, typer.Argument(metavar="CASE", help="A case folder.", show_default=False)
]
Lang: TypeAlias = Annotated[
    Language, typer.Option("--lang", envvar=LANG, help="The language of tables.", show_default="en")
]
