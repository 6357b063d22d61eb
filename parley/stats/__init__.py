"""Public figures."""
