"""Review: what people decide about claims and incidents, applied to a case and never mixed into it."""

from tawatur.review.apply import Fold, apply_judgements
from tawatur.review.build import build_judgement
from tawatur.review.judged import Judged
from tawatur.review.parts import Parts
from tawatur.review.standing import find_standing, find_undone
from tawatur.review.vocabulary import FIELDS, SLOTS, check_judgement

__all__ = [
    "FIELDS",
    "SLOTS",
    "Fold",
    "Judged",
    "Parts",
    "apply_judgements",
    "build_judgement",
    "check_judgement",
    "find_standing",
    "find_undone",
]
