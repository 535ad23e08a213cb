"""Clean: a document → the text that a reader sees, without the page's furniture."""

from tawatur.clean.cleaning import clean

__all__ = ["clean"]
