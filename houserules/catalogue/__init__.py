"""One file per kind of clause; `houserules.kind.kinds` finds them by folder."""
