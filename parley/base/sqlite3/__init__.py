"""SQLite as Django has it, whose writers queue in the process instead of asking again and again (`base`)."""
