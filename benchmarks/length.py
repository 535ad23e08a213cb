#!/usr/bin/env python3
"""How the time for a report grows with its length, on news and on texts that were made to take time.

python benchmarks/length.py            1 kB to 5 MB of news; a text made to be slow only as far as 640 kB
python benchmarks/length.py --whole    all of them up to 5 MB: about half an hour
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import tawatur

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
SIZES = (1_000, 10_000, 40_000, 160_000, 640_000, 5_000_000)  # bytes
_SHORT = 640_000
MADE = {  # what each repeats without end
    "tolls": "قتل ٣ أشخاص ",
    "happenings": "قصفت القوات السورية بلدة هجين ",
    "lines of one word": "قتل\n",
    "joined numbers": "وقتل وثلاثة ",
    "speakers": "قالت وكالة إن ",
    "quotation marks": '"',
}


def repeat(piece: str, size: int) -> str:
    raw = piece.encode()
    return (raw * (size // len(raw) + 1))[:size].decode(errors="ignore")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--whole", action="store_true", help="all of them up to 5 MB")
    whole = parser.parse_args().whole
    news = " ".join(
        path.read_text(encoding="utf-8").replace("\n", " ") for path in sorted(EXAMPLES.glob("*.txt"))
    )
    tawatur.read_claims("قتل ٣ أشخاص في دمشق")
    print(f"{'bytes':>20} " + " ".join(f"{size:>12,}" for size in SIZES))
    for name, piece in {"news on one line": news, **MADE}.items():
        cells = []
        for size in SIZES:
            if size > _SHORT and not whole and piece is not news:
                break
            text = repeat(piece, size)
            began = time.process_time()
            claims = len(tawatur.read_claims(text, published="2018-11-24").claims)
            cells.append(f"{time.process_time() - began:.2f} s ({claims})".rjust(12))
        print(f"{name:>20} " + " ".join(cells), flush=True)


if __name__ == "__main__":
    main()
