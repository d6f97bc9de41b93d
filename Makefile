# `make run` opens the seed article in the window; `make test` checks everything. Both set the project up first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.set-up
KILLS  ?= 20

.DEFAULT_GOAL := run
.PHONY: run test setup shots bench soak lock clean

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

lock: setup
	@sh requirements/lock.sh

clean:
	rm -rf build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
