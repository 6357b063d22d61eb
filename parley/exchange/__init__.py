"""Rules that come from elsewhere, or go there: packs of our own, and lists of other forums."""
