# What a person does with a checkout: each target sets up what it needs first.
PYTHON ?= python3
BIN := .venv/bin
ARTICLES ?= examples
MODEL ?= rules

.PHONY: help demo run test check lint types layers package gate eval eval-test schemas bench lock llamacpp clean

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.venv/installed: requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "summarize needs Python 3.11 or newer: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: .venv/installed  ## install, and report on the example articles
	$(BIN)/summarize --format text examples

run: .venv/installed  ## report on your own: make run ARTICLES="a.html folder/"
	$(BIN)/summarize $(ARTICLES)

test: .venv/installed  ## install, and run the tests
	$(BIN)/python -m pytest -q

.venv-llamacpp/installed: requirements/llamacpp.txt
	test -x .venv-llamacpp/bin/python || $(PYTHON) -m venv .venv-llamacpp
	.venv-llamacpp/bin/python -m pip install --quiet --require-hashes -r requirements/llamacpp.txt
	@touch $@

llamacpp: .venv/installed .venv-llamacpp/installed  ## test against a real llama.cpp server (compiles for six minutes)
	$(BIN)/python -m pytest -q -m llamacpp

check: lint types layers package gate  ## what must hold before a change lands, apart from the tests

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/installed
	$(BIN)/mypy

layers: .venv/installed
	$(BIN)/lint-imports

package: .venv/installed
	$(BIN)/python -m pytest -q -m package

gate: .venv/installed  ## fail if the rules model got worse on the dev half of gold
	$(BIN)/summarize gold check
	$(BIN)/summarize eval rules --gate evals/baselines/rules.json

eval: .venv/installed  ## score a model on the dev half of gold: make eval MODEL=rules
	$(BIN)/summarize eval --model $(MODEL) --split dev

eval-test: .venv/installed  ## score on the test half, and add the dated line to evals/README.md
	scores=$$(mktemp) && $(BIN)/summarize eval --model $(MODEL) --split test -o $$scores.md && \
	awk -F ' *[|] *' -v line="| $$(date +%F) | $(MODEL) |" \
	  '$$2 ~ /^(F1, main and secondary|role accuracy|micro F1, over all|traps fallen into)$$/ { line = line " " $$3 " |" } END { print line }' \
	  $$scores.md >> evals/README.md

schemas: .venv/installed  ## write schemas/*.v1.json from the models
	$(BIN)/summarize schema draft > schemas/draft.v1.json
	$(BIN)/summarize schema report > schemas/report.v1.json

bench: .venv/installed  ## the measured figures, as ratios in one run
	for bench in $$(ls benchmarks/[a-z]*.py | xargs -n1 basename -s .py); do echo "== $$bench"; $(BIN)/python -m benchmarks.$$bench || exit 1; done

lock:  ## pin what pyproject.toml declares, with hashes (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements/runtime.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements/dev.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group llamacpp -o requirements/llamacpp.txt

clean:
	rm -rf .venv .venv-llamacpp dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
