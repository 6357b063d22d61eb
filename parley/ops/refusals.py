"""What a command says when it cannot run."""


class CannotRun(Exception):  # noqa: N818 -- an answer to whoever typed the command
    """A sentence for whoever typed the command; the exit status is 2."""
