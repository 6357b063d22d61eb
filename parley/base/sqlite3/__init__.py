"""SQLite as Django has it, whose writers wait for each other in the process instead of asking again and again (`base`)."""
