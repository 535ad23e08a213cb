"""Read: files, folders and archives → documents."""

from tawatur.read.received import Received, Seen
from tawatur.read.reports import read_reports

__all__ = ["Received", "Seen", "read_reports"]
