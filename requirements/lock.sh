#!/bin/sh
# Resolve the dependencies of pyproject.toml anew; the files name no registry host.
set -eu
VENV="${VENV:-.venv}"
compile() {
    UV_CUSTOM_COMPILE_COMMAND="make lock" "$VENV/bin/uv" pip compile --quiet --universal --generate-hashes \
        --python-version 3.11 --no-emit-index-url --no-emit-find-links --no-annotate "$@"
}
compile pyproject.toml --extra dev --upgrade -o requirements/all.txt
# What only `make eval` needs, in the versions that go with the rest.
compile pyproject.toml --extra eval -c requirements/all.txt -o requirements/eval.txt
# Other people's readers, for `make test-readers`: the newest, but the spaCy that the rest has.
grep -oE '^spacy==[0-9.]+' requirements/all.txt | compile requirements/readers.in --upgrade -c - -o requirements/readers.txt
echo uv | compile - --upgrade -o requirements/uv.txt
