"""The chain of records: Publisher → Document → Text → Span → Mention → Claim → Incident → Judgement."""

from tawatur.records.claim import Claim, ClaimType, DayRange, Effect, EffectKind, Said, Stance
from tawatur.records.copy import CopyOf, Likeness
from tawatur.records.document import Document, PublishedFrom, Refusal
from tawatur.records.incident import Copied, Counted, Incident, Joined, Proposed
from tawatur.records.judgement import Judgement
from tawatur.records.place import Candidate, Place, Precision
from tawatur.records.publisher import Publisher
from tawatur.records.span import Span
from tawatur.records.text import Piece, Text

__all__ = [
    "Candidate",
    "Claim",
    "ClaimType",
    "Copied",
    "CopyOf",
    "Counted",
    "DayRange",
    "Document",
    "Effect",
    "EffectKind",
    "Incident",
    "Joined",
    "Judgement",
    "Likeness",
    "Piece",
    "Place",
    "Precision",
    "Proposed",
    "PublishedFrom",
    "Publisher",
    "Refusal",
    "Said",
    "Span",
    "Stance",
    "Text",
]
