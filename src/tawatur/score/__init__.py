"""Score: how well predicted claims agree with gold claims, slot by slot."""

from tawatur.score.documents import load_documents
from tawatur.score.scores import Scores, score

__all__ = ["Scores", "load_documents", "score"]
