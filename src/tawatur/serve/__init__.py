"""The desk: a case in a browser, and the same pages as JSON. Nothing here calls another host."""
