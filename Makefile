# Two commands: `make site` builds the handbook into site/, `make test` runs every test.
PYTHON ?= python3
VENV := .venv
BASE ?= origin/main
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:

FUZZ_SECONDS ?= 600
MUTANTS ?= 400
AUDIT := benchmarks/audit

.PHONY: site part merge test audit kill fuzz deterministic coverage mutants sbom advisories edits serve check report comment digest words schemas lock clean help

site: $(VENV)/site.stamp  ## Build the whole site into site/
	$(BIN)/handbook build

part: $(VENV)/site.stamp  ## Build one language's part of the site, PART, into parts/PART, as one of several machines does
	$(BIN)/handbook build --part "$(PART)"

merge: $(VENV)/site.stamp  ## Put the parts in parts/ together as site/: the same bytes as make site
	$(BIN)/handbook merge parts/*

test: $(VENV)/test.stamp  ## Run every test
	$(BIN)/python tests/needs.py
	$(BIN)/ruff check hooks tests benchmarks
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

audit: $(VENV)/test.stamp $(AUDIT)/node_modules/.package-lock.json  ## Look at every page of site/: axe, Nu Html Checker, Lighthouse, pictures (long; needs Node.js and Java)
	$(BIN)/python $(AUDIT)/run.py

$(AUDIT)/node_modules/.package-lock.json: $(AUDIT)/package-lock.json
	npm ci --prefix $(AUDIT) --no-audit --no-fund

serve: $(VENV)/site.stamp  ## Preview at http://127.0.0.1:8000/ with live reload
	$(BIN)/handbook serve

edits: $(VENV)/test.stamp  ## Prove on 50 random sequences of edits that what is built on the last build is what a clean build makes
	HANDBOOK_EDIT_SEQUENCES=50 $(BIN)/pytest -n auto tests/test_incremental.py -k any_sequence

kill: $(VENV)/test.stamp  ## Kill 40 builds at random moments: the published site stays whole, the next build heals
	PYTHONPATH=hooks:tests:tests/robust $(BIN)/python tests/robust/kills.py 40

deterministic: $(VENV)/test.stamp  ## Build the whole handbook in other folders, time zones, locales, hash seeds and processes, and in parts: the same bytes
	PYTHONPATH=hooks:tests $(BIN)/python tests/robust/same_bytes.py .

coverage: $(VENV)/test.stamp  ## Lines and branches of the pure core that the tests run: at least 95 % of both
	@mkdir -p .cache
	COVERAGE_FILE=.cache/coverage $(BIN)/pytest -n auto --dist loadfile --cov=hooks/handbook --cov-branch --cov-report=term:skip-covered --cov-report=json:.cache/coverage.json --ignore=tests/browser
	$(BIN)/python tests/robust/covered.py .cache/coverage.json

mutants: $(VENV)/test.stamp  ## Put MUTANTS small mistakes into scanner, parser, freshness and search, one at a time: the tests notice at least 85 %
	PYTHONPATH=hooks:tests:tests/robust $(BIN)/python tests/robust/mutants.py $(MUTANTS)

fuzz: requirements/fuzz.txt  ## Fuzz everything that reads an editor's text for FUZZ_SECONDS, guided by coverage (Linux)
	$(PYTHON) -m venv .cache/fuzz
	.cache/fuzz/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/fuzz.txt
	PYTHONPATH=hooks .cache/fuzz/bin/python tests/hostile/fuzz.py .cache/fuzz/corpus -max_total_time=$(FUZZ_SECONDS) -timeout=30

sbom: requirements/audit.txt $(VENV)/site.stamp  ## Write the list of everything that the site is built with, and its licences, to .cache/sbom.json (CycloneDX)
	$(PYTHON) -m venv .cache/audit
	.cache/audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/audit.txt
	.cache/audit/bin/cyclonedx-py environment --output-reproducible --output-format JSON --output-file .cache/sbom.json $(BIN)/python

advisories: sbom  ## Ask the Python packaging advisory database about every locked dependency (needs the network)
	for name in site test words; do .cache/audit/bin/pip-audit --require-hashes --disable-pip -r requirements/$$name.txt; done

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
	for file in catalogues/*.po; do $(BIN)/pybabel -q update -i .cache/handbook.pot -l $$(basename $$file .po) -o $$file -w 1000 --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date; done
	$(BIN)/handbook words update

schemas: $(VENV)/site.stamp  ## Renew schemas/ from the model
	$(BIN)/handbook schemas

lock: $(VENV)/test.stamp  ## Renew the lock files from requirements/*.in
	for name in site test words audit fuzz bench; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-build --no-header --no-annotate requirements/$$name.in -o requirements/$$name.txt; done

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

clean:  ## Remove everything that was built
	rm -rf site parts print-out .cache $(VENV)

help:  ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'
