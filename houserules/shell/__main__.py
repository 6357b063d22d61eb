"""`python -m houserules.shell`."""

from houserules.shell import main

raise SystemExit(main())
