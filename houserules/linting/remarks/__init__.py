"""One file for each remark; see `houserules.linting.checks`."""
