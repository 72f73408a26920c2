# Everything a newcomer or a CI machine needs, from Python 3.11 or newer alone.
# `make help` lists the commands. Steps that are done are skipped; `make clean` forgets them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PEER := bench/.peer
# The libraries that read our exports back pin old versions of what Sayso uses too.
EXCHANGE := .venv-exchange/.installed
BESIDE := .tests-beside.log

# The demo has its own home folder, so that it never touches a graph you already keep.
DEMO_HOME := $(CURDIR)/.sayso
LOCAL := env -u NEO4J_URI -u NEO4J_USER -u NEO4J_PASSWORD -u NEO4J_DATABASE
DEMO_SAYSO := $(LOCAL) SAYSO_HOME="$(DEMO_HOME)" $(BIN)/sayso
BENCH := $(LOCAL) SAYSO_HOME="$(DEMO_HOME)/bench" $(BIN)

.DEFAULT_GOAL := help
.PHONY: help install demo serve stop test lint types imports tests evaluate soak bench docs lock clean

help: ## List these commands.
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

demo: install ## Install, build a graph from the examples and print eight cited answers.
	@$(DEMO_SAYSO) demo examples

serve: install ## Serve the demo's graph to your browser until you press Ctrl-C.
	@trap : INT; $(DEMO_SAYSO) serve; $(DEMO_SAYSO) down

stop: install ## Stop the demo's Neo4j server, should one still be running.
	@$(DEMO_SAYSO) down

test: lint types imports tests ## Run everything CI runs, with a real Neo4j (some minutes).
	@echo "All checks passed."

install: $(INSTALLED) ## Make .venv and install Sayso with the exact versions of requirements.lock.

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Sayso needs Python 3.11 or newer, and '$(PYTHON)' is" \
			"$$($(PYTHON) --version 2>&1)."; \
		echo "Install one and name it, for example: make demo PYTHON=python3.12"; exit 1; }
	@echo "[1/3] Making the virtual environment $(VENV) (a few seconds)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python could not make a virtual environment. On Debian and Ubuntu the module is a"; \
		echo "package of its own: sudo apt install python3-venv"; exit 1; }

$(INSTALLED): $(VENV)/pyvenv.cfg requirements.lock pyproject.toml
	@echo "[2/3] Installing the packages of requirements.lock, each checked against its hash" \
		"(about 180 MB, one to five minutes, once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input \
		--no-deps --only-binary :all: --require-hashes -r requirements.lock
	@echo "[3/3] Installing Sayso itself from this folder (a few seconds)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input \
		--no-deps --no-build-isolation --editable .
	@touch $@

$(EXCHANGE): tests/exchange/requirements.lock
	@echo "Installing the libraries that read exports back (about 60 MB, a minute, once)"
	@$(PYTHON) -m venv .venv-exchange
	@.venv-exchange/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
		--no-deps --require-hashes -r tests/exchange/requirements.lock
	@touch $@

lint: install ## Check style and formatting (seconds).
	@echo "Checking style and formatting with ruff (seconds)"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: install ## Check types (about a minute the first time).
	@echo "Checking types with mypy (about a minute the first time)"
	@$(BIN)/mypy

imports: install ## Check that packages import only what they may (seconds).
	@echo "Checking the arrows between packages with import-linter (seconds)"
	@$(BIN)/lint-imports

tests: install $(EXCHANGE) ## Run the tests against a real Neo4j, fetched on first use (some minutes).
	@echo "Running the tests; the first run fetches Neo4j, about 190 MB (some minutes)"
	@$(BIN)/python -m pytest -p no:cacheprovider -m "not neo4j" >$(BESIDE) 2>&1 & beside=$$!; \
		trap 'kill -INT '$$beside INT TERM; \
		$(BIN)/python -m pytest -m neo4j; store=$$?; \
		echo "Those that need no Neo4j, which ran beside:"; \
		wait $$beside; others=$$?; cat $(BESIDE); rm -f $(BESIDE); exit $$((store + others))

evaluate: install ## Score extraction against hand-annotated articles and sentences.
	@$(BIN)/python -m evaluation
	@$(BIN)/python -m evaluation.bank

soak: install ## Read and ingest for ten minutes with the store restarted in the middle.
	@$(LOCAL) $(BIN)/python tests/soak/run.py

$(PEER)/.installed: $(VENV)/pyvenv.cfg bench/requirements-peer.lock
	@echo "Making $(PEER), an environment for the tools that Sayso is measured beside (once)"
	@$(BIN)/python -m venv $(PEER)
	@$(PEER)/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
		--no-deps --only-binary :all: --require-hashes -r bench/requirements-peer.lock
	@touch $@

bench: install $(PEER)/.installed ## Measure speed beside other tools (bench/README.md).
	@trap '$(BENCH)/sayso down' EXIT; for script in bench/*.py; do \
		echo "$$script"; $(BENCH)/python "$$script" || exit 1; done

docs: install ## Regenerate the reference pages that are derived from code and queries.
	@$(BIN)/python -m graph.docs docs/vocabulary.md
	@$(BIN)/python -m graph.catalogue
	@$(BIN)/python -m api.typescript web/src/api.ts

lock: install ## Refresh requirements.lock from pyproject.toml (needs the network).
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-header --no-annotate \
		--extra dev pyproject.toml --output-file requirements.lock

clean: ## Remove .venv, caches and the demo's graph from this folder.
	@if [ -x $(BIN)/sayso ] && [ -d "$(DEMO_HOME)" ]; then $(DEMO_SAYSO) down; \
		$(BENCH)/sayso down; fi
	rm -rf $(VENV) .venv-exchange "$(DEMO_HOME)" .pytest_cache .mypy_cache .ruff_cache .import_linter_cache \
		.hypothesis
