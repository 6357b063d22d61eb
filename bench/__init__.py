"""What is measured, against what, and how: one module per command."""
