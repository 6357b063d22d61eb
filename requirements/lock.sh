#!/bin/sh
# Pins every dependency with its hashes. Run it after a change of pyproject.toml; needs `uv`.
set -eu
cd "$(dirname "$0")/.."
pin() { uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@"; }
pin pyproject.toml --extra site --output-file requirements/site.txt requirements/build.in
pin pyproject.toml --extra site --extra images --extra cluster --group dev --output-file requirements/dev.txt requirements/build.in
