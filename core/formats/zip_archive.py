"""ZIP archives of articles: each file in one is read as it would be from a folder. Read only."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePath, PurePosixPath
from typing import BinaryIO

from msgspec.structs import replace

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.registry import Reader
from core.formats.source import HEAD, LONG_HEAD, Source, in_memory, is_json, opened
from core.formats.zipped import MOST_BYTES, Zipped, opened_zip
from core.model.records import AnnotatedDocument

_LOCAL_FILE, _NAME = b"PK\x03\x04", 30
_NO_ARCHIVES = (b"[Content_Types].xml", b"_rels/", b"mimetype", b"META-INF/")
"""How a document of an office program, an e-book or a program begins, which is an archive only inside."""


class ZipArchive:
    """Reads the files of an archive in the order of their names; an archive in it is read, too, but none in that.

    A bad file stops no other. Hidden files, such as those that macOS adds, are passed over.
    """

    name = "zip"
    suffixes = (".zip",)
    title = "Archive of articles (ZIP)"
    general = True

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so is an archive for its own sake."""
        return head.startswith(_LOCAL_FILE) and not head[_NAME:].startswith(_NO_ARCHIVES)

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the articles of all files in it; raises `BadInput` if it is no archive or a bomb."""
        with opened(source) as file:
            opening = _Opening(problems, reading or Reading.at_this_moment())
            yield from opening.articles(file)


class _Opening:
    """One archive being read, with those in it; what they unpack to is counted together."""

    def __init__(self, problems: Problems, reading: Reading) -> None:
        self._problems = problems
        self._reading = reading
        self._left = MOST_BYTES

    def articles(self, file: Source, depth: int = 0) -> Iterator[AnnotatedDocument]:
        """Yield what is in one archive; `depth` says in how many others it stands."""
        before = self._problems.count
        with opened_zip(file.stream, file.name, most_bytes=self._left, left_out=self._problems.note) as archive:
            members = self._readers(archive, file.name)
            if not members and self._problems.count == before:
                self._problems.note(f"{file.name}: is an archive without files")
            ids, stems = _ids(members)
            for name, reader in members.items():
                try:
                    source = self._source(archive, file, name, stems.get(name))
                    yield from self._member(source, reader, ids.get(name), depth)
                except BadInput as error:
                    self._problems.note(str(error))

    def _readers(self, archive: Zipped, where: str) -> dict[str, Reader]:
        """Return the format of each file; those in none are told."""
        from core.formats.articles import reader_of
        from core.formats.folder import is_manifest, is_of, is_shown, without_companions

        found, empty = {}, _empty_parts(archive)
        for name in without_companions(filter(is_shown, archive.names)):
            if is_of(PurePosixPath(name), empty):
                continue
            try:
                start = archive.start_of(name, HEAD)
                if is_json(start):
                    start = archive.start_of(name, LONG_HEAD)
                if not is_manifest(name, start):
                    found[name] = reader_of(in_memory(start, f"{where}: {name}", ""), PurePosixPath(name))
            except BadInput as error:
                self._problems.note(str(error))
        return found

    def _source(self, archive: Zipped, file: Source, name: str, stem: str | None) -> Source:
        path = PurePosixPath(name)

        def beside(other: str) -> bytes | None:
            neighbour = str(path.with_name(other))
            return self._unpacked(archive, neighbour) if neighbour in archive else None

        return in_memory(self._unpacked(archive, name), f"{file.name}: {name}", stem or path.stem, beside)

    def _unpacked(self, archive: Zipped, name: str) -> bytes:
        data = archive.bytes_of(name)
        self._left = max(0, self._left - len(data))
        return data

    def _member(self, source: Source, reader: Reader, id_: str | None, depth: int) -> Iterator[AnnotatedDocument]:
        if reader.name == ZipArchive.name:
            if depth:
                raise BadInput(f"{source.name}: is an archive in an archive in an archive; unpack it first")
            yield from self.articles(source, depth + 1)
            return
        for line in reader.read(source, self._problems, self._reading):
            yield line if id_ is None else replace(line, document=replace(line.document, id=id_))


def _empty_parts(archive: Zipped) -> set[PurePath]:
    """Return the parts of a split that are empty by the manifest of an export in the archive."""
    from core.formats.folder import MANIFEST_FILE, empty_parts, is_manifest

    empty: set[PurePath] = set()
    for name in archive.names:
        if name.endswith(MANIFEST_FILE):
            with suppress(BadInput):  # told when it is read
                data = archive.start_of(name, LONG_HEAD)
                empty |= empty_parts(PurePosixPath(name), data) if is_manifest(name, data) else set()
    return empty


def _ids(members: Mapping[str, Reader]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the ids of the files that are one article each, and what the articles of the others are called after."""
    from core.formats.articles import file_ids, file_stems
    from core.formats.registry import is_one_article

    # As if the archive were all there is, so that no folder of this machine gets into an id.
    paths = {name: Path("/", name) for name in members}
    ones = {name: path for name, path in paths.items() if is_one_article(members[name])}
    several = {name: path for name, path in paths.items() if name not in ones}
    ids, stems = file_ids(list(ones.values())), file_stems(list(several.values()))
    return {name: ids[path] for name, path in ones.items()}, {name: stems[path] for name, path in several.items()}
