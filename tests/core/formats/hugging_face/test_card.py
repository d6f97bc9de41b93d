import json

import pytest

from core.formats.hugging_face.card import Split, card
from core.formats.jsonl import decode


def split(*languages, name="train", rows=0):
    found = Split(name, f"data/{name}.parquet", rows=rows, size=100, packed=10)
    for language in languages:
        quote = {"start": 0, "end": 1, "kind": "mixed"}
        found.count(decode(json.dumps({"id": "a", "text": "b", "language": language, "quotes": [quote]}), where="x"))
    return found


def test_the_head_tells_where_the_splits_are_and_how_large():
    text = card([split("en", "en"), split("de", name="dev")])
    assert text.startswith('---\nlanguage:\n- "de"\n- "en"\nlicense: unknown\n')
    assert '  - split: "dev"\n    path: "data/dev.parquet"\n' in text
    assert '  - name: "train"\n    num_bytes: 100\n    num_examples: 2\n' in text
    assert "  download_size: 20\n  dataset_size: 200\n---\n" in text


def test_the_features_name_the_types_of_lists_and_objects():
    text = card([split("en")])
    assert "  - name: id\n    dtype: string\n" in text
    assert "    - name: fragments\n      list:\n        list: int64\n" in text
    assert "  - name: model\n    struct:\n    - name: name\n      dtype: string\n" in text


def test_the_body_counts_quotes_by_kind():
    assert "| train | 2 | 0 | 2 | 0 |" in card([split("en", "en")])


@pytest.mark.parametrize("language", ["", "English", "e\n", None, "12"])
def test_what_is_no_code_of_a_language_stays_out(language):
    assert "language:" not in card([split(language)])


@pytest.mark.parametrize(("rows", "said"), [(999, "n<1K"), (1000, "1K<n<10K"), (10**7, "n>10M")])
def test_the_size_is_one_of_the_words_of_the_hub(rows, said):
    assert f"size_categories:\n- {said}\n" in card([split(rows=rows)])
