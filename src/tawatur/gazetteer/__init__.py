"""The places that reports can be held against: what ships, what users add, and how a name finds them.

`Gazetteer.load(home)` gives the base, the hand-made supplement and the tables that a user added,
compiled and cached; everything else here serves it.
"""

from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.index import Gazetteer

__all__ = ["Entry", "Gazetteer"]
