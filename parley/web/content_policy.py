"""What a page may load and run."""

from django.http import HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
WITH_WORKER = POLICY.replace("trusted-types 'none'", "trusted-types push; worker-src 'self'")
"""For the pages that start a worker of ours: its address passes through a policy of that name (`behaviours/worker.js`)."""


def with_worker(answer: HttpResponse) -> HttpResponse:
    answer.headers["Content-Security-Policy"] = WITH_WORKER
    return answer
