"""Recurring jobs, where workers look for them."""

from parley.trials.replays import end_forgotten as end_forgotten  # noqa: PLC0414 -- found by importing this module
