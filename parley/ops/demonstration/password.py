"""The one password of the demo; printed at every start."""

PASSWORD = "red box, blue links"  # noqa: S105
