"""One file per measurement on a comment in its context; pure, and computed at most once per judgement."""
