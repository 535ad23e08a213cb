"""Read: files, folders and archives → documents."""

from tawatur.read.received import Received, Seen
from tawatur.read.remote import is_address
from tawatur.read.reports import read_reports

__all__ = ["Received", "Seen", "is_address", "read_reports"]
