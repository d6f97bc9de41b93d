"""The layers in which INCEpTION shows quotes.

A relation layer joins spans of one layer only, so a quote has its speakers, cues and marked parts in slots (links with
a role), and only what joins quotes is a relation: `Continues` from piece to piece, `Inside` from a quote to the outer
one. INCEpTION knows a layer by these shapes when it imports the type system.
"""

from typing import Any

_SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
TOKEN, SENTENCE = f"{_SEGMENTATION}.Token", f"{_SEGMENTATION}.Sentence"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"

CUSTOM = "webanno.custom."
QUOTE, MENTION, CUE, QUOTED = (f"{CUSTOM}{name}" for name in ("Quote", "SpeakerMention", "Cue", "QuotedPart"))
ARTICLE, CONTINUES, INSIDE = (f"{CUSTOM}{name}" for name in ("Article", "Continues", "Inside"))
SLOTS = {"speakers": MENTION, "cues": CUE, "quotedParts": QUOTED}
SAID_BY = "said_by"

ANNOTATION, DOCUMENT, TOP = "uima.tcas.Annotation", "uima.tcas.DocumentAnnotation", "uima.cas.TOP"
STRING, BOOLEAN, ARRAY = "uima.cas.String", "uima.cas.Boolean", "uima.cas.FSArray"

_TEXTS = (
    "quoteId", "kind", "speakerName", "speakerId", "speakerType", "status", "factuality", "comment", "notes",
)  # fmt: skip
_FLAGS = ("flagged", "unsure")
"""False where nobody chose anything, as INCEpTION has it for a new quote; so it is `unsure`, not `sure`."""

OWN_FEATURES = frozenset({*_TEXTS, *_FLAGS})
"""The features of a quote that hold words and flags, not other annotations."""

_BASIC = (
    "uima.",
    "de.tudarmstadt.ukp.clarin.webanno.",
    "de.tudarmstadt.ukp.inception.",
    *(f"de.tudarmstadt.ukp.dkpro.core.api.{name}." for name in ("lexmorph", "metadata", "segmentation", "syntax")),
)
"""Where the types stand that tools put under the layers of people."""


def is_basic(type_: str) -> bool:
    """Whether this is a token, a part of speech or the like, which nobody misses who looks for quotes."""
    return type_.startswith(_BASIC)


def link_type(slot: str) -> str:
    """Return the type of the links in a slot, named as INCEpTION names it."""
    return f"{QUOTE}{slot[0].upper()}{slot[1:]}Link"


def type_system() -> Any:
    """Return the types as cassis has them."""
    from cassis import TypeSystem

    types = TypeSystem()
    for name in (TOKEN, SENTENCE, MENTION, CUE, QUOTED):
        types.create_type(name, ANNOTATION)
    metadata = types.create_type(METADATA, DOCUMENT)
    quote, article = types.create_type(QUOTE, ANNOTATION), types.create_type(ARTICLE, ANNOTATION)
    texts = [(quote, name) for name in _TEXTS] + [(article, "notes")]
    texts += [(metadata, "documentTitle"), (metadata, "documentId")]
    for type_, name in texts:
        types.create_feature(type_, name, STRING)
    for name in _FLAGS:
        types.create_feature(quote, name, BOOLEAN)
    for slot, target in SLOTS.items():
        link = types.create_type(link_type(slot), TOP)
        types.create_feature(link, "role", STRING)
        types.create_feature(link, "target", target)
        types.create_feature(quote, slot, ARRAY, elementType=link_type(slot))
    for name in (CONTINUES, INSIDE):
        relation = types.create_type(name, ANNOTATION)
        types.create_feature(relation, "Dependent", QUOTE)
        types.create_feature(relation, "Governor", QUOTE)
    return types
