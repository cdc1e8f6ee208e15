# Everything goes through a virtual environment of the project's own, installed from hashed locks.
# Windows without make: the plain commands are in README.zh.md.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
LAWS   ?= ../shared/laws
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes
SELF   := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := help
.PHONY: help site test fast serve check bench laws mutation pictures lock tools clean

help: ## Show what can be done here
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/site.stamp ## Check the data, build the site into site/, verify it
	$(BIN)/clausebook build

test: $(VENV)/test.stamp tools site ## Prove it: style, types, all tests, a real browser included
	$(BIN)/ruff check macros tests
	$(BIN)/ruff format --check macros tests
	$(BIN)/mypy
	CLAUSEBOOK_SITE=site $(BIN)/pytest -n 2 --dist worksteal

fast: $(VENV)/test.stamp ## Only the tests that need neither a browser nor a whole site
	$(BIN)/pytest -n 2 -m "not browser and not slow"

serve: $(VENV)/site.stamp ## Live preview while editing data, templates or prose
	$(BIN)/clausebook serve

check: $(VENV)/site.stamp ## All findings on the data, at once
	$(BIN)/clausebook check

bench: $(VENV)/test.stamp ## Measure the build beside a plain project of the same pages
	$(BIN)/python -m tests.bench

mutation: $(VENV)/test.stamp ## Edit the data at random 1,000 times: does check or diff notice?
	$(BIN)/python -m tests.mutation 1000

laws: $(VENV)/test.stamp ## Import real texts whole, compare their versions: make laws LAWS=folder
	$(BIN)/python -m tests.laws $(LAWS)
	$(BIN)/python -m tests.versions $(LAWS)

pictures: $(VENV)/test.stamp tools site ## Renew the pictures of the README and the handbook
	$(BIN)/python -m tests.pictures site

tools: ## Install what the tests need from Debian: Chromium, LibreOffice, a Chinese font
	@sh tests/tools.sh

lock: ## Renew both lock files; needs uv
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --extra build --output-file requirements.lock pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --extra build --extra dev --constraint requirements.lock \
	  --output-file requirements-dev.lock pyproject.toml

clean: ## Remove everything that was made here
	rm -rf $(VENV) tests/editors/node_modules site .site-* .cache build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) --requirement requirements.lock
	$(SELF)
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock tests/editors/package-lock.json $(VENV)/site.stamp
	$(PIP) --requirement requirements-dev.lock
	$(BIN)/python tests/editors/install.py
	@touch $@
