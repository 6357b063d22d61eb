"""One file for each language; see `houserules.prose.foreign.tongue`."""
