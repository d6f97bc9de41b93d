"""The labelling page: what a project in Label Studio must be set up with to show the tasks that are written for it."""

from xml.sax.saxutils import quoteattr

from core.formats.spans_and_links.labels import CUE, KINDS, LINKS, MARKS, SPEAKER
from core.model.terms import Kind, SpeakerType

LABEL, TEXT, NAME, TYPE, COMMENT = "label", "text", "speaker_name", "speaker_type", "comment"
"""The names of the page's parts, to which results refer."""

_COLOURS = {
    KINDS[Kind.DIRECT]: "#0072b2",
    KINDS[Kind.MIXED]: "#56b4e9",
    KINDS[Kind.INDIRECT]: "#009e73",
    SPEAKER: "#d55e00",
    CUE: "#e69f00",
}


def labeling_config() -> str:
    """Return the page in Label Studio's XML, to be pasted in at Settings, Labeling Interface, Code."""
    labels = "".join(f"    <Label value={quoteattr(label)} background={_colour(label)}/>\n" for label in MARKS)
    relations = "".join(f"    <Relation value={quoteattr(link)}/>\n" for link in LINKS)
    types = "".join(f"    <Choice value={quoteattr(type_)}/>\n" for type_ in SpeakerType)
    of_quotes = f'perRegion="true" whenTagName="{LABEL}" whenLabelValue={quoteattr(",".join(KINDS.values()))}'
    return (
        "<View>\n"
        "  <Style>.htx-text { white-space: pre-wrap; }</Style>\n"
        '  <Header value="$title"/>\n'
        f"  <Relations>\n{relations}  </Relations>\n"
        f'  <Labels name="{LABEL}" toName="{TEXT}">\n{labels}  </Labels>\n'
        f'  <Text name="{TEXT}" value="$text"/>\n'
        f'  <TextArea name="{NAME}" toName="{TEXT}" {of_quotes} placeholder="Who says it" maxSubmissions="1" '
        'editable="true" rows="1"/>\n'
        f'  <Choices name="{TYPE}" toName="{TEXT}" {of_quotes} choice="single">\n{types}  </Choices>\n'
        f'  <TextArea name="{COMMENT}" toName="{TEXT}" {of_quotes} placeholder="Comment" maxSubmissions="1" '
        'editable="true"/>\n'
        "</View>\n"
    )


def _colour(label: str) -> str:
    return quoteattr(_COLOURS[label])
