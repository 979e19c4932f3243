# The task runner: `make site` and `make test` do all the set-up there is to do.

PYTHON ?= python3
BIN := .venv/bin
SITE_LOCK := requirements/site.txt
TEST_LOCK := requirements/test.txt
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check

.PHONY: site test serve check lint quick quality bench lock screenshots clean help

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

site: .venv/site.done  ## annotate the seeds and render site/
	$(BIN)/dossier annotate
	$(BIN)/dossier build

serve: .venv/site.done  ## preview at http://127.0.0.1:8000/, rebuilt at every change
	$(BIN)/dossier serve

check: .venv/site.done  ## print every problem in content/ and seeds/
	$(BIN)/dossier check

test: .venv/test.done  ## every test, style, types and the direction of imports included
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	sh tests/browser.sh
	$(BIN)/pytest -n 2 --dist loadgroup

quick: .venv/test.done  ## the tests that neither need a browser nor make many sites
	$(BIN)/pytest -n 2 --dist loadgroup -m "not browser and not builds"

quality: .venv/test.done  ## how much of the gold the machine reads, beside the last figures
	PYTHONPATH=tests $(BIN)/python -m quality $(ARGS)

bench: .venv/test.done  ## what the work costs, as ratios to something known
	PYTHONPATH=tests $(BIN)/python -m bench $(ARGS)

lint: .venv/test.done  ## format, and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy

screenshots: .venv/test.done  ## docs/screenshots/ anew from the real site
	$(BIN)/python tests/screenshots.py

lock:  ## the lock files anew, newest versions that pyproject.toml allows
	$(PYTHON) -m venv .venv && $(PIP) install uv
	cd requirements && for set in site test; do \
	  extra=$$( [ $$set = test ] && echo "--extra cluster --extra pictures --group ../pyproject.toml:dev" ); \
	  ../$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-annotate --no-emit-index-url --extra extract $$extra \
	    ../pyproject.toml site.in -o $$set.txt; done

clean:  ## remove what can be made again
	rm -rf build site .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "The venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }

.venv/site.done: .venv/bin/python $(SITE_LOCK) pyproject.toml
	$(PIP) install --require-hashes -r $(SITE_LOCK)
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.done: .venv/site.done $(TEST_LOCK)
	$(PIP) install --require-hashes -r $(TEST_LOCK)
	@touch $@
