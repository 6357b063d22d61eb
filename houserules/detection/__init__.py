"""How kinds turn signals into hits, one file per family of kinds; the catalogue's files name the function they use."""
