import tawatur.clean
from doubles import plain_text

if not hasattr(tawatur.clean, "clean"):  # until it is there

    def clean(document, data):
        return plain_text(document.id, data.decode("utf-8"))

    tawatur.clean.clean = clean
