# The commands of the project. `make help` lists them. On Windows see "Without make" in README.md.

SHELL := /bin/sh
.DEFAULT_GOAL := help

PYTHON ?= python3
PORT ?= 8501
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
COMPILE := CUSTOM_COMPILE_COMMAND="make requirements" $(PY) -m piptools compile --quiet --strip-extras --allow-unsafe \
	--annotation-style line --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host
# More options for pytest: make test PYTEST="tests/unit -x"
PYTEST ?=

.PHONY: help run test lint bench validate check-postgres demo demo-data template pictures requirements setup setup-dev clean

help:  ## this list
	@echo "careerdash: how mentoring pairs are doing, and whether people stay and advance"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup  ## open the dashboard on http://127.0.0.1:8501 (PORT=8502 takes another port)
	@echo "Looking for the demo company's data (making it takes half a minute, once)"
	@$(PY) -m careerdash demo >/dev/null
	$(PY) -m careerdash.ui.serve --server.address 127.0.0.1 --server.port $(PORT)

test: lint  ## all checks: ruff, mypy, pytest (browser tests need Chromium)
	$(PY) -m pytest --numprocesses 2 --dist loadfile $(PYTEST)

lint: setup-dev  ## ruff and mypy alone
	$(PY) -m ruff check .
	$(PY) -m mypy --strict careerdash

bench: setup  ## time the Overview on small, medium and large data
	$(PY) -m benchmarks

validate: setup  ## simulate companies of known truth and write docs/validation.md (half an hour)
	$(PY) -m tools.validate

check-postgres: setup  ## try a ledger on PostgreSQL: LEDGER=postgresql+psycopg://... names an empty database
	CAREERDASH_LEDGER=$(LEDGER) $(PY) -m tools.check_postgres

demo: setup  ## build the demo company's data, if it is not there yet
	@$(PY) -m careerdash demo

demo-data: setup  ## make the demo workbooks in data/demo again, from seeded code
	$(PY) -m tools.demo

template: setup  ## make the template workbook in data/template again
	@mkdir -p data/template
	$(PY) -m careerdash template data/template/careerdash-template.xlsx

pictures: setup-dev demo  ## take the screenshots of README.md again (needs Chromium)
	$(PY) -m tests.browser.pictures

requirements: setup-dev  ## pin the versions again after a change of pyproject.toml
	$(COMPILE) --output-file requirements.txt pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

clean:  ## remove the environment and caches; your data stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The stamps make the second `make run` start at once: pip runs again only when the pins changed.
setup: $(VENV)/.installed
setup-dev: $(VENV)/.installed-dev

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "careerdash needs Python 3.11 or newer. Name one with: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "Python could not make an environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.installed: requirements.txt | $(VENV)/.python
	$(PIP) install --quiet --requirement requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt requirements.txt | $(VENV)/.python
	$(PIP) install --quiet --requirement requirements-dev.txt
	@touch $(VENV)/.installed $@
