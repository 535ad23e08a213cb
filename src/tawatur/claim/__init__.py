"""Read claims: who did what to whom, where, when, with what effect, and who says so."""

from tawatur.claim.reader import Reader, Reading

__all__ = ["Reader", "Reading"]
