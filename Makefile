# `make run` opens the seed article in the window; `make test` checks everything. Both set the project up first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READERS := .venv-readers
STAMP  := $(VENV)/.set-up
KILLS  ?= 20
SETS   ?=

.DEFAULT_GOAL := run
.PHONY: run test test-readers setup shots bench soak fuzz eval lock clean

run: setup
	@$(BIN)/python -m gui.tour

test: setup
	@$(BIN)/python tests/gate.py

# Other people's readers, in an environment of their own that never sees the program, read what it exports.
test-readers: setup $(READERS)/.set-up
	@$(BIN)/python tests/readers/sample.py build/readers
	@$(READERS)/bin/pytest tests/readers --confcutdir tests/readers -p no:cacheprovider

$(READERS)/.set-up: requirements/readers.txt | $(STAMP)
	@echo "Setting up $(READERS) (once)"
	@$(BIN)/uv venv --quiet --clear --no-config --python $(BIN)/python $(READERS)
	@UV_NO_CONFIG=1 $(BIN)/uv pip install --quiet --python $(READERS)/bin/python --require-hashes -r requirements/readers.txt
	@touch $@

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

# Inputs that are drawn anew: ten thousand for the labelling, hundreds for all else, and 20,000 random actions
fuzz: setup
	@QUOTEDESK_EXAMPLES=10000 $(BIN)/pytest tests/core/labelling/test_engine.py --numprocesses 2
	@QUOTEDESK_EXAMPLES=500 QUOTEDESK_ACTIONS=20000 $(BIN)/pytest tests --ignore tests/core/labelling --numprocesses 2

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
