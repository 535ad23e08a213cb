"""Link: claims → incidents, with the reasons for each joining."""

from tawatur.link.agreement import Agreement, Level
from tawatur.link.incidents import agree_on_incidents
from tawatur.link.telling import Telling, build_tellings
from tawatur.link.weights import Weights, load_weights

__all__ = ["Agreement", "Level", "Telling", "Weights", "agree_on_incidents", "build_tellings", "load_weights"]
