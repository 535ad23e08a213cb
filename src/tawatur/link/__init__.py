"""Link: claims → incidents. A first, honest version: pairs that agree on day, place and kind, with reasons."""

from tawatur.link.agreement import Agreement, Level
from tawatur.link.incidents import agree_on_incidents
from tawatur.link.telling import Telling

__all__ = ["Agreement", "Level", "Telling", "agree_on_incidents"]
