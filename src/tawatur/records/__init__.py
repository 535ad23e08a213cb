"""The chain of records: Publisher → Document → Text → Span → Mention → Claim → Incident → Judgement."""

from tawatur.records.claim import Claim, ClaimType, DayRange, Effect, EffectKind, Said, Stance
from tawatur.records.document import Document, PublishedFrom, Refusal
from tawatur.records.incident import Incident, Joined
from tawatur.records.judgement import Judgement
from tawatur.records.place import Candidate, Place, Precision
from tawatur.records.publisher import Publisher
from tawatur.records.span import Span
from tawatur.records.text import Piece, Text

__all__ = [
    "Candidate",
    "Claim",
    "ClaimType",
    "DayRange",
    "Document",
    "Effect",
    "EffectKind",
    "Incident",
    "Joined",
    "Judgement",
    "Piece",
    "Place",
    "Precision",
    "PublishedFrom",
    "Publisher",
    "Refusal",
    "Said",
    "Span",
    "Stance",
    "Text",
]
