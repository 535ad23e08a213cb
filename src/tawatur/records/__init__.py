"""The chain of records: Publisher → Document → Text → Span → Mention → Claim → Incident → Judgement."""

from tawatur.records.assessment import (
    Assessment,
    Contradiction,
    Count,
    Figure,
    Grade,
    Relation,
    Side,
    Voice,
)
from tawatur.records.claim import Claim, ClaimType, DayRange, Effect, EffectKind, Said, Stance
from tawatur.records.copy import CopyOf, Likeness
from tawatur.records.document import Document, PublishedFrom, Refusal
from tawatur.records.incident import Copied, Incident, Joined, Proposed, Summed
from tawatur.records.judged import Decided, JudgedClaim, JudgedIncident, Logged, Noted, ReviewState
from tawatur.records.judgement import Anchor, Judgement
from tawatur.records.place import Candidate, Place, Precision
from tawatur.records.publisher import Publisher
from tawatur.records.reason import Reason
from tawatur.records.span import Span
from tawatur.records.text import Piece, Text

__all__ = [
    "Anchor",
    "Assessment",
    "Candidate",
    "Claim",
    "ClaimType",
    "Contradiction",
    "Copied",
    "CopyOf",
    "Count",
    "DayRange",
    "Decided",
    "Document",
    "Effect",
    "EffectKind",
    "Figure",
    "Grade",
    "Incident",
    "Joined",
    "JudgedClaim",
    "JudgedIncident",
    "Judgement",
    "Likeness",
    "Logged",
    "Noted",
    "Piece",
    "Place",
    "Precision",
    "Proposed",
    "PublishedFrom",
    "Publisher",
    "Reason",
    "Refusal",
    "Relation",
    "ReviewState",
    "Said",
    "Side",
    "Span",
    "Stance",
    "Summed",
    "Text",
    "Voice",
]
