"""The configuration with which `spacy train` learns to find quotes from exported .spacy files.

It trains an entity recogniser on `doc.ents`, not a span categoriser on `doc.spans["quotes"]`: a categoriser weighs
every stretch that a suggester offers, and with quotes of forty words these are either millions (n-grams, span finder)
or leave the quotes out. A recogniser walks over the words once. What it can't learn are quotes inside of quotes.
"""

import json
from collections.abc import Iterable

_TEMPLATE = """\
# Trains a spaCy pipeline that finds quotes, as entities with the labels: @LABELS@
# Runs on a computer without a graphics card, and needs nothing but spaCy: python -m spacy train FILE --output FOLDER

[paths]
train = @TRAIN@
dev = @DEV@

[system]
seed = 0
gpu_allocator = null

[nlp]
lang = @LANGUAGE@
pipeline = ["tok2vec", "ner"]
batch_size = 64
disabled = []
before_creation = null
after_creation = null
after_pipeline_creation = null

[nlp.tokenizer]
@tokenizers = "spacy.Tokenizer.v1"

[components]

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"

[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = ${components.tok2vec.model.encode.width}
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
rows = [2000, 500, 1000, 500]
include_static_vectors = false

[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 64
depth = 4
window_size = 1
maxout_pieces = 3

[components.ner]
factory = "ner"
moves = null
incorrect_spans_key = null
update_with_oracle_cut_size = 100

[components.ner.scorer]
@scorers = "spacy.ner_scorer.v1"

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
nO = null

[components.ner.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = ${components.tok2vec.model.encode.width}
upstream = "*"

[corpora]

[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${paths.train}
gold_preproc = false
max_length = 0
limit = 0
augmenter = null

[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${paths.dev}
gold_preproc = false
max_length = 0
limit = 0
augmenter = null

[training]
train_corpus = "corpora.train"
dev_corpus = "corpora.dev"
seed = ${system.seed}
gpu_allocator = ${system.gpu_allocator}
dropout = 0.1
accumulate_gradient = 1
patience = 1600
max_epochs = 0
max_steps = 20000
eval_frequency = 100
frozen_components = []
annotating_components = []
before_to_disk = null
before_update = null

[training.logger]
@loggers = "spacy.ConsoleLogger.v1"
progress_bar = false

[training.batcher]
@batchers = "spacy.batch_by_words.v1"
discard_oversize = false
tolerance = 0.2
get_length = null

[training.batcher.size]
@schedules = "compounding.v1"
start = 1000
stop = 3000
compound = 1.001
t = 0.0

[training.optimizer]
@optimizers = "Adam.v1"
beta1 = 0.9
beta2 = 0.999
L2_is_weight_decay = true
L2 = 0.01
grad_clip = 1.0
use_averages = false
eps = 0.00000001
learn_rate = 0.001

[training.score_weights]
ents_f = 1.0
ents_p = 0.0
ents_r = 0.0
ents_per_type = null

[pretraining]

[initialize]
vectors = null
init_tok2vec = null
vocab_data = null
lookups = null
before_init = null
after_init = null

[initialize.components]

[initialize.tokenizer]
"""


def training_config(train: str, dev: str, kinds: Iterable[str], language: str = "xx") -> str:
    """Return the text of a config.cfg that `spacy train` takes as it is.

    `train` and `dev` are paths of .spacy files as seen from where the command is run, `kinds` the kinds of quotes in
    them; `language` is that of the articles, so that words are cut as in the files ("xx" is any).
    """
    filled = {"TRAIN": _value(train), "DEV": _value(dev), "LANGUAGE": _value(language), "LABELS": ", ".join(kinds)}
    text = _TEMPLATE
    for name, value in filled.items():
        text = text.replace(f"@{name}@", value)
    return text


def _value(given: str) -> str:
    """Return a string as such a file holds it: as JSON, and with the sign doubled that begins a reference."""
    return json.dumps(given, ensure_ascii=False).replace("$", "$$")
