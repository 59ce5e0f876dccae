"""Our font files and no others, for Pango and for matplotlib."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin import faces as faces_module
from bulletin.faces import FAMILIES, HEI, SANS, find_faces, fontconfig, matplotlib_faces, use
from bulletin.problems import MissingTool

LIST = """
import os, sys
from weasyprint.text.ffi import ffi, fontconfig
config = fontconfig.FcInitLoadConfigAndFonts()
fonts = fontconfig.FcConfigGetFonts(config, fontconfig.FcSetSystem)
print(fonts.nfont)
"""


def test_fontconfig_offers_one_face_a_file(tmp_path: Path) -> None:
    """16 files, of the collections only the SC face: 16 faces, whatever else is installed."""
    faces = find_faces()
    environment = {**os.environ, "FONTCONFIG_FILE": str(fontconfig(faces, tmp_path))}
    shown = subprocess.run([sys.executable, "-c", LIST], env=environment, capture_output=True, text=True, check=True)
    assert int(shown.stdout) == len(faces.files) == 16


def test_the_same_faces_give_the_same_configuration(tmp_path: Path) -> None:
    assert fontconfig(find_faces(), tmp_path) == fontconfig(find_faces(), tmp_path)


def test_an_unwritable_cache_is_not_fatal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    path = use(find_faces(), in_the_way)
    assert path.is_file() and tmp_path in path.parents
    assert os.environ["FONTCONFIG_FILE"] == str(path)


def test_matplotlib_knows_our_families_only() -> None:
    from matplotlib.font_manager import FontManager, FontProperties

    manager = FontManager()
    matplotlib_faces(manager, find_faces())
    assert {entry.name for entry in manager.ttflist} == set(FAMILIES)
    bold = manager.findfont(FontProperties(family=HEI, weight="bold"))
    assert (Path(bold).name, bold.face_index) == ("NotoSansCJK-Bold.ttc", 2), "face 2 of the collection is SC"
    semibold = manager.findfont(FontProperties(family=SANS, weight="semibold"))
    assert Path(semibold).name == "SourceSansPro-Semibold.otf"


def test_a_missing_chinese_face_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(MissingTool, match=r"NotoSerifCJK-Regular.*apt-get install fonts-noto-cjk"):
        find_faces([tmp_path])


def test_a_missing_subsetter_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces_module, "_SUBSETTER", ("libno-such-library.so.0",))
    with pytest.raises(MissingTool, match="apt-get install libharfbuzz-subset0"):
        find_faces()


def test_a_missing_latin_package_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces_module, "_LATIN", {"font_no_such_face": "NoSuchFace"})
    with pytest.raises(MissingTool, match="pip install font-no-such-face"):
        find_faces()
