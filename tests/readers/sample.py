"""Build a sample project and export it in every format, for other people's programs to read: sample.py FOLDER."""

import json
import shutil
import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typing import get_args

from core.desk.desk import Desk
from core.desk.manifest import Chosen
from core.desk.outlet import is_folder, usual_which
from core.desk.splits import parsed_split
from core.formats.registry import Writer, writers
from core.formats.studio.page import labeling_config
from core.model.chosen import Which
from tests.readers.planted import ID
from tests.readers.project import build

ARTICLES = 40


def export(project: Path, folder: Path) -> None:
    """Write each format as it is usually taken and with everything in it; what trains split as well."""
    made: dict[str, dict[str, object]] = {}
    with closing(Desk.open(project, "ana")) as desk:
        for which in get_args(Which):
            (folder / which).mkdir(parents=True)
        for writer in writers():
            taken = get_args(Which) if writer.name == "jsonl" else dict.fromkeys((usual_which(writer.name), "all"))
            for which in taken:
                chosen = Chosen(format=writer.name, which=which)
                desk.export(folder / which / _name(writer, chosen), chosen)
            made[writer.name] = {
                "file": _name(writer, chosen),
                "which": list(taken),
                "keeps": sorted(trait.value for trait in writer.keeps),
            }
        desk.export(folder / "stand_off.jsonl", Chosen(format="jsonl", which="all", stand_off=True))
        (folder / "split").mkdir()
        for name in ("docbin", "hf", "jsonl"):
            desk.export(folder / "split" / name, Chosen(format=name, which="complete", split=parsed_split("75/25/0")))
    (folder / "formats.json").write_text(json.dumps(made, indent=1), "utf-8")
    (folder / "planted.json").write_text(json.dumps({"complete": ID}), "utf-8")
    (folder / "label_studio.xml").write_text(labeling_config(), "utf-8")


def _name(writer: Writer, chosen: Chosen) -> str:
    return writer.name if is_folder(chosen) else f"{writer.name}{writer.suffixes[0]}"


def main() -> None:
    """Build all anew in the folder that the command line names."""
    folder = Path(sys.argv[1])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    build(folder / "sample.qdesk", ARTICLES)
    export(folder / "sample.qdesk", folder)


if __name__ == "__main__":
    main()
