# `make run` opens the seed article in the window; `make test` checks everything. Both set the project up first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.set-up
KILLS  ?= 20
SETS   ?=

.DEFAULT_GOAL := run
.PHONY: run test setup shots bench soak fuzz eval lock clean

run: setup
	@$(BIN)/python -m gui.tour

test: setup
	@$(BIN)/python tests/gate.py

setup: $(STAMP)

$(STAMP): requirements/uv.txt requirements/all.txt pyproject.toml requirements/setup.sh
	@PYTHON="$(PYTHON)" VENV="$(VENV)" sh requirements/setup.sh
	@touch $@

shots: setup
	@$(BIN)/python tests/pictures/shots.py build/shots

bench: setup
	@$(BIN)/python tests/speed/bench.py build/bench.json

soak: setup
	@$(BIN)/python tests/soak/soak.py --kills $(KILLS)

fuzz: setup
	@QUOTEDESK_EXAMPLES=10000 $(BIN)/pytest tests/core/labelling/test_engine.py --numprocesses 2

# make eval SETS="one.jsonl other.jsonl": gold standards beside our own
eval: $(VENV)/.set-up-eval
	@$(BIN)/python tests/accuracy/eval.py build/reliability.png $(SETS)

$(VENV)/.set-up-eval: $(STAMP) requirements/eval.txt
	@UV_NO_CONFIG=1 $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/eval.txt
	@touch $@

lock: setup
	@sh requirements/lock.sh

clean:
	rm -rf build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
