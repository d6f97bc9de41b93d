"""Parquet by Hugging Face datasets and by polars; both must give back every field that the format knows."""

import os

os.environ |= {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}

import polars
import pytest
from datasets import disable_progress_bars, load_dataset
from truth import OUT, exports, lines

disable_progress_bars()


def by_datasets(path, cache):
    return load_dataset(str(path), split="train", cache_dir=str(cache)).to_list()


def by_polars(path, _):
    return polars.read_parquet(path / "data" / "train-*.parquet").to_dicts()


@pytest.mark.parametrize("read", [by_datasets, by_polars])
@pytest.mark.parametrize(("which", "path"), exports("hf"))
def test_rows_are_the_lines(which, path, read, tmp_path):
    rows = read(path, tmp_path)
    assert len(rows) == len(lines(which))
    for row, line in zip(rows, lines(which), strict=True):
        for key in row.keys() - {"quotes", "rejected", "extra"}:
            assert bare(row[key]) == line[key]
        for name in ("quotes", "rejected"):
            assert list(map(quote_of, row[name])) == line[name]


def test_splits_and_features_are_as_the_card_says(tmp_path):
    found = load_dataset(str(OUT / "split" / "hf"), cache_dir=str(tmp_path))
    assert sorted(found) == ["dev", "train"]
    ids = {part: set(found[part]["id"]) for part in found}
    assert not ids["dev"] & ids["train"]
    assert ids["dev"] | ids["train"] <= {line["id"] for line in lines("complete")}
    assert found["train"].features["quotes"].feature["fragments"].feature.feature.dtype == "int64"


def quote_of(row):
    """Return a quote as the interchange format has it: attributes are a list of pairs in columns."""
    attributes = {pair["key"]: pair["value"] for pair in row["attributes"]}
    return bare({key: value for key, value in row.items() if key != "attributes"}) | {"attributes": attributes}


def bare(value):
    """Return the value without the columns for unknown keys, which are empty here."""
    if isinstance(value, list):
        return list(map(bare, value))
    if not isinstance(value, dict):
        return value
    assert value.get("extra") in (None, "{}", "")
    return {key: bare(each) for key, each in value.items() if key != "extra"}
