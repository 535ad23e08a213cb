"""Make a `Document` of what was found, or say why it is none."""

from __future__ import annotations

from tawatur.arabic.encodings import declared_in, decode, is_binary, is_mojibake
from tawatur.errors import ReportError
from tawatur.read import limits
from tawatur.read.addresses import day_in, site_of
from tawatur.read.language import is_arabic
from tawatur.read.pages import PageSays, read_page
from tawatur.read.received import Found
from tawatur.records import Document, PublishedFrom


def build_document(found: Found, sha256: str) -> Document:
    """The document; a `ReportError` says why the bytes are no report that can be read."""
    text = _decode(found)
    says = read_page(text) if found.is_page else PageSays(visible=text)
    if not says.visible.strip():
        raise ReportError("empty", "It holds no text.")
    if is_mojibake(says.visible):
        raise ReportError(
            "mojibake",
            "It was saved after being read in a wrong encoding, so that القصف shows as ط§ظ„ظ‚طµظپ or Ø§Ù„. "
            "Get it again from where it came, as UTF-8.",
        )
    if not is_arabic(says.visible):
        raise ReportError("not_arabic", "It is not Arabic. Only Arabic reports are read.")
    given = found.given
    url = given.url or says.url
    day, day_from = given.published, PublishedFrom.GIVEN
    if day is None:
        day, day_from = says.published, PublishedFrom.METADATA
    if day is None and url:
        day, day_from = day_in(url), PublishedFrom.ADDRESS
    return Document(
        id=given.id or sha256[:16],
        sha256=sha256,
        media=f"{found.media}; charset={found.charset}" if found.charset else found.media,
        name=found.name,
        outlet=given.outlet or says.outlet or (site_of(url) if url else None),
        url=url,
        title=given.title or says.title,
        published=day,
        published_from=day_from if day else None,
    )


def _decode(found: Found) -> str:
    if found.text is not None:
        if len(found.text.encode("utf-8", "replace")) > limits.REPORT_BYTES:
            raise _too_large()
        return found.text
    raw = found.received
    if len(raw) > limits.REPORT_BYTES:
        raise _too_large()
    if not raw.strip():
        raise ReportError("empty", "It is empty.")
    if is_binary(raw):
        raise ReportError(
            "binary", "It is no text (a picture, a program, a document?). Save its text as UTF-8."
        )
    text = decode(raw, found.charset or (declared_in(raw) if found.is_page else None))
    if text is None:
        raise ReportError(
            "unknown_encoding",
            "It is not UTF-8, UTF-16, windows-1256 or ISO-8859-6 that reads as Arabic. Save it as UTF-8.",
        )
    return text


def _too_large() -> ReportError:
    return ReportError(
        "too_large",
        f"It is over {limits.REPORT_BYTES >> 20} MiB, which no report is. Cut it into its reports.",
    )
