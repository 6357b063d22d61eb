"""How much slower this core is just now than the one that bounds of time are told for.

That core takes a million steps of a plain loop in 0.04 s of processor time; a faster one counts as it. A bound multiplied
by this is the same bound on every machine, and under the load of other tests.
"""

import time

STEPS, STEPS_A_SECOND = 500_000, 25_000_000


def slowness() -> float:
    """1 or more, measured anew."""
    begin = time.process_time()
    total = 0
    for step in range(STEPS):
        total += step * step
    return max(1.0, (time.process_time() - begin) * STEPS_A_SECOND / STEPS)
