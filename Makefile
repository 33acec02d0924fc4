# `make issue` builds the sample issue, `make test` proves the project. Each sets up what it needs, once.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
TREE := src tests benchmarks scripts

.PHONY: issue test setup lock clean

issue: $(READY)
	$(BIN)/tirage build content/2026-1

test: $(READY)
	$(BIN)/ruff check $(TREE)
	$(BIN)/ruff format --check $(TREE)
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist worksteal

setup: $(READY)

$(READY): requirements.lock scripts/setup.sh pyproject.toml
	PYTHON=$(PYTHON) sh scripts/setup.sh .venv
	touch $@

lock:
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv .tirage build dist
