"""Read Arabic news reports of armed conflict into claims and incidents that lead back to their words."""
