"""The tables of a project file. Together they hold all of the dataset format, and the history of every change."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, MetaData, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from core.model.records import Candidate, Model, Suggestion
from core.model.spans import Span
from core.model.terms import (
    Kind,
    Reason,
    Relation,
    SpeakerKind,
    SpeakerType,
    State,
    Status,
    Via,
    ZoneType,
)
from core.store.packed import Packed

Spans = tuple[Span, ...]
Images = dict[str, Any]
STEPS = ("change", "undo", "redo", "import", "label")


class Base(DeclarativeBase):
    """All tables; constraints are named, so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    """Let a column hold only the words of the format.

    Word by word: for a list of words SQLite would build an index at every row, half of what writing a quote takes.
    """
    return CheckConstraint(" OR ".join(f"{column} = '{word}'" for word in words), name=column)


class Annotator(Base):
    """A person who decides; known by name."""

    __tablename__ = "annotator"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    __table_args__ = ({"sqlite_autoincrement": True},)


class Revision(Base):
    """One step of the past. `kind` is change, undo, redo, import or label; only changes can be undone.

    `target` is the step that an undo or redo took back or did again. `closed` steps were undone and then passed
    by a newer change: they can't be done again, and stay for audit.
    """

    __tablename__ = "revision"
    id: Mapped[int] = mapped_column(primary_key=True)
    annotator_id: Mapped[int | None] = mapped_column(ForeignKey("annotator.id"))
    at: Mapped[str]
    kind: Mapped[str]
    code: Mapped[str]
    words: Mapped[dict[str, str]] = mapped_column(Packed(dict[str, str]))
    document_id: Mapped[str | None]
    quote_id: Mapped[str | None]
    target: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    undone: Mapped[bool] = mapped_column(default=False)
    closed: Mapped[bool] = mapped_column(default=False)
    __table_args__ = (
        one_of("kind", STEPS),
        Index(None, "annotator_id", "kind", "id"),
        Index(None, "document_id", "id"),
        {"sqlite_autoincrement": True},
    )


class RevisionRow(Base):
    """What a change did to one row: the columns that differ, before and after; null where there was no row."""

    __tablename__ = "revision_row"
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    table: Mapped[str] = mapped_column("table_name")
    key: Mapped[Images] = mapped_column(Packed(Images))
    before: Mapped[Images | None] = mapped_column(Packed(Images))
    after: Mapped[Images | None] = mapped_column(Packed(Images))


class Document(Base):
    """One article; `position` is the order of import."""

    __tablename__ = "document"
    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(unique=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    title: Mapped[str | None]
    source: Mapped[str | None]
    url: Mapped[str | None]
    date: Mapped[str | None]
    language: Mapped[str | None]
    sha256: Mapped[str] = mapped_column(index=True)
    opening: Mapped[str]
    extra: Mapped[Images] = mapped_column(Packed(Images))
    text: Mapped[str]


class Zone(Base):
    """A headline, caption and the like within a document's text."""

    __tablename__ = "zone"
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    type: Mapped[str]
    extra: Mapped[Images] = mapped_column(Packed(Images))
    __table_args__ = (one_of("type", ZoneType),)


class Speaker(Base):
    """An entry of the project's roster."""

    __tablename__ = "speaker"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    aliases: Mapped[tuple[str, ...]] = mapped_column(Packed(tuple[str, ...]))
    external_id: Mapped[str | None] = mapped_column(index=True)
    kind: Mapped[str]
    extra: Mapped[Images] = mapped_column(Packed(Images))
    __table_args__ = (one_of("kind", SpeakerKind),)


class Layer(Base):
    """What one annotator says about a document, or, without an annotator, a model."""

    __tablename__ = "layer"
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"))
    annotator_id: Mapped[int | None] = mapped_column(ForeignKey("annotator.id"), index=True)
    state: Mapped[str] = mapped_column(default=State.NEW)
    model: Mapped[Model | None] = mapped_column(Packed(Model))
    extra: Mapped[Images] = mapped_column(Packed(Images), default=dict)
    __table_args__ = (
        one_of("state", State),
        Index(None, "document_id", "annotator_id", unique=True),
        Index("ix_layer_of_model", "document_id", unique=True, sqlite_where=text("annotator_id IS NULL")),
        {"sqlite_autoincrement": True},
    )


class Cast(Base):
    """That a speaker belongs to a layer; `position` gives colours in the document, first come first.

    `turn` is where the line that was imported named the speaker: an export names them in the same order.
    """

    __tablename__ = "cast_member"
    layer_id: Mapped[int] = mapped_column(ForeignKey("layer.id", ondelete="CASCADE"), primary_key=True)
    speaker_id: Mapped[str] = mapped_column(ForeignKey("speaker.id"), primary_key=True, index=True)
    position: Mapped[int]
    turn: Mapped[int | None]


class Quote(Base):
    """One quote of a layer. Rejected suggestions are rows too, so that undo and overlay treat all alike.

    `start` and `end` are the hull of `fragments`; `doubtful` follows from confidence and candidates.
    """

    __tablename__ = "quote"
    layer_id: Mapped[int] = mapped_column(ForeignKey("layer.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    kind: Mapped[str]
    status: Mapped[str]
    rejected: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None]
    doubtful: Mapped[bool]
    flagged: Mapped[bool]
    sure: Mapped[bool]
    parent: Mapped[str | None]
    speaker_id: Mapped[str | None] = mapped_column(ForeignKey("speaker.id"), index=True)
    speaker_name: Mapped[str | None]
    speaker_type: Mapped[str]
    mention_start: Mapped[int | None]
    mention_end: Mapped[int | None]
    cue_start: Mapped[int | None]
    cue_end: Mapped[int | None]
    confidence: Mapped[float | None]
    decided_via: Mapped[str | None]
    decided_at: Mapped[str | None]
    decided_blind: Mapped[bool] = mapped_column(default=False)
    decided_seconds: Mapped[float | None]
    decided_keys: Mapped[int | None]
    decided_fast: Mapped[bool] = mapped_column(default=False)
    comment: Mapped[str]
    fragments: Mapped[Spans] = mapped_column(Packed(Spans))
    quoted: Mapped[Spans] = mapped_column(Packed(Spans))
    attributes: Mapped[dict[str, str]] = mapped_column(Packed(dict[str, str]))
    decided_suggestion: Mapped[Suggestion | None] = mapped_column(Packed(Suggestion))
    decided_extra: Mapped[Images] = mapped_column(Packed(Images), default=dict)
    extra: Mapped[Images] = mapped_column(Packed(Images))
    candidates: Mapped[tuple[Candidate, ...]] = mapped_column(Packed(tuple[Candidate, ...]))
    __table_args__ = (
        one_of("kind", Kind),
        one_of("status", Status),
        one_of("reason", Reason),
        one_of("speaker_type", SpeakerType),
        one_of("decided_via", Via),
        Index("ix_quote_commented", "layer_id", sqlite_where=text("comment <> ''")),
        Index("ix_quote_counts", "layer_id", "rejected", "status", "doubtful", "id"),
        Index("ix_quote_inside", "layer_id", "parent", sqlite_where=text("parent IS NOT NULL")),
    )


class SecondSpeaker(Base):
    """A further source of a quote."""

    __tablename__ = "second_speaker"
    layer_id: Mapped[int] = mapped_column(primary_key=True)
    quote_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    relation: Mapped[str]
    speaker_id: Mapped[str | None] = mapped_column(ForeignKey("speaker.id"), index=True)
    speaker_name: Mapped[str | None]
    mention_start: Mapped[int | None]
    mention_end: Mapped[int | None]
    __table_args__ = (
        one_of("relation", Relation),
        ForeignKeyConstraint(["layer_id", "quote_id"], ["quote.layer_id", "quote.id"]),
    )


class Settled(Base):
    """That a suggestion of the model is not shown to an annotator, since a quote of theirs covers it.

    Written when either comes in: with an import, or when a document is labelled. Goes when the covering quote goes.
    """

    __tablename__ = "settled"
    layer_id: Mapped[int] = mapped_column(primary_key=True)
    quote_id: Mapped[str] = mapped_column(primary_key=True)
    by: Mapped[str]
    __table_args__ = (
        ForeignKeyConstraint(["layer_id", "by"], ["quote.layer_id", "quote.id"], ondelete="CASCADE"),
        Index(None, "layer_id", "by"),
    )


class Release(Base):
    """A version of the dataset that was frozen; `articles` and `quotes` are what it holds."""

    __tablename__ = "release"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    at: Mapped[str]
    annotator_id: Mapped[int | None] = mapped_column(ForeignKey("annotator.id"))
    articles: Mapped[int]
    quotes: Mapped[int]


class FrozenLine(Base):
    """A line of the dataset format as it was frozen: `sha256` is that of its bytes, `body` the bytes by zlib."""

    __tablename__ = "frozen_line"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[bytes]


class ReleaseLine(Base):
    """That a line belongs to a release, in the order of the dataset."""

    __tablename__ = "release_line"
    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("frozen_line.sha256"))


ORDER = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
"""Parents before their children, by the names of the tables."""
