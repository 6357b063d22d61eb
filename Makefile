# Parley's commands. `make help` lists them.
SHELL := /bin/sh
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
# Python may keep what it compiled, here too where it is told not to: compiling is more than half of a start.
unexport PYTHONDONTWRITEBYTECODE
export PARLEY_TEST_POSTGRES ?= postgresql://postgres@127.0.0.1:5432/postgres

.DEFAULT_GOAL := help
.PHONY: help demo histories test test-all test-alone lint lock messages bench bench-crowd bench-extract bench-figures bench-judge bench-ledger bench-pages bench-read bench-replay bench-search bench-tracker pictures clean install install-dev

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## install the site with its locked dependencies into .venv
	@PYTHON=$(PYTHON) scripts/install site
	@$(BIN)/python -m compileall -q parley houserules || :
# Who serves may not be allowed to write here later.
	@$(BIN)/python -c "from pathlib import Path; from parley.base.catalogues import compile_changed; compile_changed(Path('parley/locale'))"

install-dev: ## install also what tests and checks need
	@PYTHON=$(PYTHON) scripts/install dev

demo: install ## serve the demo community on http://localhost:8000 (PORT=… for another port)
	@exec $(BIN)/parley demo --port $(PORT)

test: ## check style, then run every test; database tests a second time on PostgreSQL
	@scripts/services & services=$$!; PYTHON=$(PYTHON) scripts/install dev; installed=$$?; wait $$services && exit $$installed
	@scripts/test $(TESTS)

test-all: install-dev ## run every test on both databases (long)
	@scripts/services
	@ALL=1 MASS_RUNS=10 scripts/test $(TESTS)
	@scripts/alone

histories: install-dev ## let random people do 10,000 random things, then 5,000 beside kept pages, and look at what is always true (HISTORIES=…, KEPT_HISTORIES=… for fewer)
	@HISTORIES=$(or $(HISTORIES),10000) KEPT_HISTORIES=$(or $(KEPT_HISTORIES),5000) MASS_RUNS=100 LAYER_HISTORIES=300 $(BIN)/python -m pytest -q -s tests/web/test_seed_layer.py tests/moderation/test_histories.py tests/moderation/test_mass_histories.py tests/edge/test_kept_histories.py

test-alone: ## install the engine by itself into an empty environment and use it there
	@PYTHON=$(PYTHON) scripts/alone

lint: install-dev ## check style, types, layers, and that migrations are complete
	@scripts/lint

bench: install-dev ## speed of the site beside nginx and other sites, in one run of some minutes (SHORT=1: whether it works; KEEP=1 stores it)
	@scripts/services
	@$(BIN)/python -m bench.serve $(if $(SHORT),--short) $(if $(KEEP),--keep)

bench-crowd: install-dev ## pages of a community of 2,000,000 comments beside one of 20,000 (HOMES=… keeps both; KEEP=1 stores the figures)
	@$(BIN)/python -m bench.crowd $(if $(HOMES),--homes $(HOMES)) $(if $(KEEP),--keep)

bench-extract: install-dev ## figures of article extraction beside plain trafilatura's (PARLEY_DATA=… for the pages)
	@$(BIN)/python -m bench.extract

bench-figures: install-dev ## how often unlike treatment of two sides is found, where it was planted and where it was not
	@$(BIN)/python -m bench.figures

bench-judge: install-dev ## figures of judging beside baselines and rivals (PARLEY_DATA=… for the data; KEEP=1 stores them)
	@$(BIN)/python -m bench.judge $(if $(KEEP),--keep)

bench-ledger: install-dev ## figures of the public log: a million entries, appended to and proved (COUNT=… for fewer; KEEP=1 stores them)
	@$(BIN)/python -m bench.ledger $(if $(COUNT),--count $(COUNT)) $(if $(KEEP),--keep)

bench-pages: install-dev ## what the most read pages weigh, ask, and score in Lighthouse on a phone (RUNS=… of Lighthouse; KEEP=1 stores the figures)
	@scripts/services
	@$(BIN)/python -m bench.pages $(if $(RUNS),--runs $(RUNS)) $(if $(KEEP),--keep)

bench-read: install-dev ## figures of reading: labels, real rules, agreement (PARLEY_DATA=… for the data; KEEP=1 stores them)
	@$(BIN)/python -m bench.read $(if $(KEEP),--keep)

bench-replay: install-dev ## figures of replays: a million comments by two books on two processes (COUNT=… for less; KEEP=1 stores them)
	@$(BIN)/python -m bench.replay $(if $(COUNT),--count $(COUNT)) $(if $(KEEP),--keep)

bench-search: install-dev ## how long a search takes on a site of a million comments (COUNT=… for fewer; KEEP=1 stores the figures)
	@$(BIN)/python -m bench.search $(if $(COUNT),--count $(COUNT)) $(if $(KEEP),--keep)

bench-tracker: install-dev ## what a page of the tracker costs somebody who follows 1,000 discussions (COUNT=… for another number)
	@$(BIN)/python -m bench.tracker $(if $(COUNT),--count $(COUNT))

pictures: install-dev ## draw the pictures of the documents from the demo anew
	@$(BIN)/python -m docs.pictures.make

messages: install ## gather what is to be translated into the catalogues (LEFT=1: list what is left)
	@$(BIN)/python scripts/messages.py $(if $(LEFT),--left)

lock: ## pin dependencies anew after a change of pyproject.toml (needs uv)
	@requirements/lock.sh

clean: ## remove what the commands above made
	@rm -rf .venv var .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -prune -exec rm -rf {} +
