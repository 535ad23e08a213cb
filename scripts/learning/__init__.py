"""How the weights of reading claims are learned; `scripts/learn.py` runs it."""
