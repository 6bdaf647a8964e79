# Two commands: `make site` builds the handbook into site/, `make test` (tests/tests.mk) runs every test.
PYTHON ?= python3
VENV := .venv
BASE ?= origin/main
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
LOCKS := site test words audit fuzz bench
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:

.PHONY: site part merge sbom advisories serve check report comment digest words schemas lock clean help

site: $(VENV)/site.stamp  ## Build the whole site into site/
	$(BIN)/handbook build

part: $(VENV)/site.stamp  ## Build one language's part of the site, PART, into parts/PART, as one of several machines does
	$(BIN)/handbook build --part "$(PART)"

merge: $(VENV)/site.stamp  ## Put the parts in parts/ together as site/: the same bytes as make site
	$(BIN)/handbook merge parts/*

-include tests/tests.mk

serve: $(VENV)/site.stamp  ## Preview at http://127.0.0.1:8000/ with live reload
	$(BIN)/handbook serve

sbom: requirements/audit.txt  ## Write the list of everything that the site is built with, and its licences, to .cache/sbom.json (CycloneDX)
	$(MAKE) VENV=.cache/built-with .cache/built-with/site.stamp
	$(PYTHON) -m venv .cache/audit
	.cache/audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/audit.txt
	.cache/audit/bin/cyclonedx-py environment --output-reproducible --output-format JSON --output-file .cache/sbom.json .cache/built-with/$(notdir $(BIN))/python

advisories: sbom  ## Ask the Python packaging advisory database about every locked dependency (needs the network)
	set -e; for name in $(LOCKS); do .cache/audit/bin/pip-audit --require-hashes --disable-pip -r requirements/$$name.txt; done

check: $(VENV)/site.stamp  ## List every mistake in the handbook, with file, line and cure
	$(BIN)/handbook check

report: $(VENV)/site.stamp  ## Write what the changes since BASE mean for translators and readers into .cache/report/
	@mkdir -p .cache/report
	@echo "$(PULL)" > .cache/report/number
	$(BIN)/handbook report --base "$(BASE)" --ui-lang file > .cache/report/report.md

comment: $(VENV)/site.stamp  ## In a workflow: the report of the run RUN as the one comment of its pull request
	gh run download "$(RUN)" --name report --dir .cache/report
	$(BIN)/handbook github pull-request .cache/report

digest: $(VENV)/site.stamp  ## In a workflow: keep one issue for each language that says what waits
	$(BIN)/handbook github digest

words: $(VENV)/words.stamp  ## Renew what is made from words: catalogues, word tables, alphabetical orders
	@mkdir -p .cache
	$(BIN)/pybabel -q extract -F babel.cfg -k N_ -k t -k n:1,2 -k Pattern:2 --no-location --sort-output -w 1000 -o .cache/handbook.pot .
	set -e; for file in catalogues/*.po; do $(BIN)/pybabel -q update -i .cache/handbook.pot -l $$(basename $$file .po) -o $$file -w 1000 --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date; done
	$(BIN)/handbook words update

schemas: $(VENV)/site.stamp  ## Renew schemas/ from the model
	$(BIN)/handbook schemas

lock: $(VENV)/test.stamp  ## Renew the lock files from requirements/*.in
	set -e; for name in $(LOCKS); do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-build --no-header --no-annotate requirements/$$name.in -o requirements/$$name.txt; done

$(VENV)/site.stamp: requirements/site.txt pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('Python 3.11 or newer is needed, this is ' + sys.version.split()[0] if sys.version_info < (3, 11) else 0)"
	$(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements/site.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/site.stamp
	$(PIP) -r requirements/test.txt
	@touch $@

$(VENV)/words.stamp: requirements/words.txt $(VENV)/test.stamp
	$(PIP) -r requirements/words.txt
	@touch $@

clean:  ## Remove everything that was built or installed
	rm -rf site parts print-out .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .*.lock benchmarks/audit/node_modules $(VENV)

help:  ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'
