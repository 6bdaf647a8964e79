# What developers of the generator run; a handbook made by `handbook new site` has none of it.
FUZZ_SECONDS ?= 600
MUTANTS ?= 400
AUDIT := benchmarks/audit

.PHONY: test audit edits kill deterministic coverage mutants fuzz

test: $(VENV)/test.stamp  ## Run every test
	$(BIN)/python tests/needs.py
	$(BIN)/ruff check hooks tests benchmarks
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

audit: $(VENV)/test.stamp $(AUDIT)/node_modules/.package-lock.json  ## Look at every page of site/: axe, Nu Html Checker, Lighthouse, pictures (long; needs Node.js and Java)
	$(BIN)/python $(AUDIT)/run.py

$(AUDIT)/node_modules/.package-lock.json: $(AUDIT)/package-lock.json
	npm ci --prefix $(AUDIT) --no-audit --no-fund

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
