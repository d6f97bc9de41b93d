import os
import subprocess
import sys
import threading

import pytest

from core.cli.output import output
from core.desk.whole_file import check_free
from core.errors import UserMistake


def test_a_file_is_replaced_only_when_whole(tmp_path):
    out = tmp_path / "any name"
    out.write_bytes(b"old")
    broken_off = output(str(out))
    broken_off.__enter__().write(b"half")
    assert broken_off.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None) is False
    assert out.read_bytes() == b"old"
    with output(str(out)) as file:
        file.write(b"new")
        assert out.read_bytes() == b"old"
    assert out.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["any name"]


def test_folders_and_projects_are_never_replaced(tmp_path):
    with pytest.raises(UserMistake, match="is a folder"):
        check_free(tmp_path)
    project = tmp_path / "p.qdesk"
    project.write_bytes(b"SQLite format 3\x00 and more")
    with pytest.raises(UserMistake, match="is a project, not a dataset"), output(str(project)):
        pass
    check_free(tmp_path / "none")


def test_a_pipe_keeps_its_place(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    with output(str(pipe)) as file:
        file.write(b"words")
    reader.join()
    assert found == [b"words"]
    assert pipe.is_fifo()


def test_standard_output(capfdbinary):
    with output("-") as file:
        file.write(b"words\n")
    assert capfdbinary.readouterr().out == b"words\n"


@pytest.mark.parametrize("size", [1, 10_000_000])
def test_a_disk_that_is_full_is_told_in_one_sentence(size):
    """Small results meet it when they are flushed, large ones before."""
    program = f"""
from core.cli.output import output
from core.errors import UserMistake
try:
    with output("-") as file:
        file.write(b"x" * {size})
except UserMistake as mistake:
    raise SystemExit(str(mistake))
"""
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-c", program], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "Standard output can't be written: No space left on device. What arrived there is not whole. "
        "Make room, or name a file in another place.\n"
    )
