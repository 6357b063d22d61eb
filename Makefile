# Parley's commands. `make help` lists them.
SHELL := /bin/sh
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
# Python may keep what it compiled, here too where it is told not to: compiling is more than half of a start.
unexport PYTHONDONTWRITEBYTECODE
export PARLEY_TEST_POSTGRES ?= postgresql://postgres@127.0.0.1:5432/postgres

.DEFAULT_GOAL := help
.PHONY: help demo histories test test-all test-alone lint lock bench-extract bench-judge bench-read bench-replay pictures clean install install-dev

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## install the site with its locked dependencies into .venv
	@PYTHON=$(PYTHON) scripts/install site
	@$(BIN)/python -m compileall -q parley houserules || :

install-dev: ## install also what tests and checks need
	@PYTHON=$(PYTHON) scripts/install dev

demo: install ## serve the demo community on http://127.0.0.1:8000 (PORT=… for another port)
	@exec $(BIN)/parley demo --port $(PORT)

test: install-dev ## check style, then run every test; database tests a second time on PostgreSQL
	@scripts/services
	@scripts/test $(TESTS)

test-all: install-dev ## run every test on both databases (long)
	@scripts/services
	@ALL=1 scripts/test $(TESTS)
	@scripts/alone

histories: install-dev ## let random people do 10,000 random things and look at what is always true (HISTORIES=… for fewer; about an hour)
	@HISTORIES=$(or $(HISTORIES),10000) $(BIN)/python -m pytest -q -s tests/moderation/test_histories.py

test-alone: ## install the engine by itself into an empty environment and use it there
	@PYTHON=$(PYTHON) scripts/alone

lint: install-dev ## check style, types, layers, and that migrations are complete
	@scripts/lint

bench-extract: install-dev ## figures of article extraction beside plain trafilatura's (PARLEY_DATA=… for the pages)
	@$(BIN)/python -m bench.extract

bench-judge: install-dev ## figures of judging beside baselines and rivals (PARLEY_DATA=… for the data; KEEP=1 stores them)
	@$(BIN)/python -m bench.judge $(if $(KEEP),--keep)

bench-read: install-dev ## figures of reading: labels, real rules, agreement (PARLEY_DATA=… for the data; KEEP=1 stores them)
	@$(BIN)/python -m bench.read $(if $(KEEP),--keep)

bench-replay: install-dev ## figures of replays: a million comments by two books on two processes (COUNT=… for less; KEEP=1 stores them)
	@$(BIN)/python -m bench.replay $(if $(COUNT),--count $(COUNT)) $(if $(KEEP),--keep)

pictures: install-dev ## draw the pictures of the documents from the demo anew
	@$(BIN)/python -m docs.pictures.make

lock: ## pin dependencies anew after a change of pyproject.toml (needs uv)
	@requirements/lock.sh

clean: ## remove what the commands above made
	@rm -rf .venv var .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -prune -exec rm -rf {} +
