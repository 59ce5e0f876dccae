"""A machine is set up by `make`, and generate.py starts on it or says in one line what to do."""

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from importlib.metadata import requires, version
from pathlib import Path
from types import SimpleNamespace

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import licences

ROOT = Path(__file__).resolve().parents[1]
HINT = "generate.py: run `make` first (see README)"
GIVEN = {"weasyprint", "jinja2", "python-docx", "pyyaml", "matplotlib"}
"""The libraries that were asked for; every other one has its reason beside it."""


# --- generate.py ------------------------------------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path):
    """A folder with generate.py and a package `bulletin` that has no command, in a path with a space."""
    folder = tmp_path / "check out"
    (folder / "bulletin").mkdir(parents=True)
    (folder / "bulletin" / "__init__.py").touch()
    shutil.copy(ROOT / "generate.py", folder)
    for module in ("interrupts.py", "roomy.py", "standing.py", "streams.py"):
        shutil.copy(ROOT / "bulletin" / module, folder / "bulletin")
    return folder


@pytest.fixture
def set_up(checkout):
    """The same with a .venv, as after `make`, in which nothing is installed."""
    venv.create(checkout / ".venv", symlinks=True)
    return checkout


def command(folder, text):
    (folder / "bulletin" / "cli.py").write_text(text, encoding="utf-8")


def generate(folder, *arguments, python=sys.executable, **environment):
    return subprocess.run(
        [python, folder / "generate.py", *arguments],
        cwd="/",
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_venv_says_what_to_do(checkout):
    done = generate(checkout)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", HINT + "\n")


def test_half_made_venv_says_what_to_do(checkout):
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to("no-such-python")
    done = generate(checkout)
    assert (done.returncode, done.stderr) == (3, HINT + "\n")


def test_venv_of_another_machine_says_what_to_do(set_up):
    python = set_up / ".venv" / "bin" / "python"
    python.unlink()
    python.write_bytes(b"\0not for this processor")
    python.chmod(0o755)
    done = generate(set_up)
    assert done.returncode == 3
    assert done.stderr.startswith(HINT + ": .venv does not start: ")
    assert done.stderr.count("\n") == 1


def test_missing_package_says_what_to_do(set_up):
    command(set_up, "import weasyprint_that_is_not_installed")
    done = generate(set_up)
    assert done.returncode == 3
    assert done.stderr == f"{HINT}: No module named 'weasyprint_that_is_not_installed'\n"


def test_missing_pango_says_what_to_do(set_up):
    command(set_up, "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\\nand more\")")
    done = generate(set_up)
    assert done.returncode == 3
    assert done.stderr == f"{HINT}: cannot load library 'libpango-1.0-0': no such file\n"


@pytest.mark.parametrize(
    "text", ["import bulletin.gone", "1 / 0", "def main():\n    raise OSError(5, 'Input/output error')"]
)
def test_mistake_of_ours_is_one_line_and_has_its_traceback_for_who_asks(set_up, text):
    command(set_up, text)
    done = generate(set_up)
    assert done.returncode == 70
    assert done.stderr.startswith("generate.py: a mistake of this program (")
    assert done.stderr.count("\n") == 1
    asked = generate(set_up, BULLETIN_DEBUG="1")
    assert asked.returncode == 70
    assert "Traceback" in asked.stderr


@pytest.mark.parametrize("environment", [{}, {"PYTHONHOME": sys.base_prefix}], ids=["plain", "PYTHONHOME"])
def test_goes_on_in_venv_from_anywhere(set_up, environment):
    command(
        set_up, "import os, sys\ndef main():\n    print(sys.prefix, os.getcwd(), sys.argv[1:], sep='|')\n    return 4\n"
    )
    done = generate(set_up, "build", "京城路", python=sys._base_executable, **environment)
    assert done.stderr == ""
    assert done.stdout == f"{set_up / '.venv'}|/|['build', '京城路']\n"
    assert done.returncode == 4


def test_starts_under_the_python_of_venv(set_up):
    command(set_up, "def main():\n    return 0\n")
    done = generate(set_up, python=set_up / ".venv" / "bin" / "python")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "text", ["raise KeyboardInterrupt", "def main():\n    raise KeyboardInterrupt"], ids=["import", "run"]
)
def test_interrupted_without_traceback(set_up, text):
    command(set_up, text)
    done = generate(set_up)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "generate.py: interrupted\n")


def test_python_too_old_says_so(monkeypatch, capsys):
    spec = importlib.util.spec_from_file_location("generate", ROOT / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "PYTHON", Path("no-such-python"))
    old = SimpleNamespace(prefix="/usr", version_info=(3, 9, 2, "final", 0), stderr=sys.stderr)
    monkeypatch.setattr(module, "sys", old)
    assert module.main() == 3
    assert capsys.readouterr().err == "generate.py: needs Python 3.11 or newer; this is 3.9\n"


def test_generate_can_be_read_by_an_old_python():
    tree = ast.parse((ROOT / "generate.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    imported = {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert "os" in imported
    assert imported <= sys.stdlib_module_names


# --- Makefile ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def machine(tmp_path):
    """A machine in a folder: Makefile, pyproject.toml, and programs that only write down how they were called.

    dpkg knows `libpango-1.0-0` alone; apt-get's first install fails when a file `offline` is there.
    """
    shutil.copy(ROOT / "Makefile", tmp_path)
    for file in ("pyproject.toml", "requirements.txt", "requirements-test.txt"):
        shutil.copy(ROOT / file, tmp_path)
    programs = {
        "apt-get": 'echo "apt-get $DEBIAN_FRONTEND $*" >>"$LOG"; [[ $* == *update* ]] || ! rm offline 2>/dev/null',
        "sudo": '"$@"',
        "sleep": ":",
        "npm": ":",
        "dpkg-query": '[[ " $HAS " == *" ${*: -1} "* ]] && echo -n "installed "',
    }
    for name, text in programs.items():
        script(tmp_path / "fake" / name, text)
    return tmp_path


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/bash\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def make(folder, *arguments, has=""):
    """Run make with the fake programs first; returns it and the calls that were written down."""
    log = folder / "log"
    log.write_text("", encoding="utf-8")
    outer = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "MFLAGS", "DEBIAN_"))}
    done = subprocess.run(
        ["make", f"PYTHON={sys.executable}", *arguments],
        cwd=folder,
        env={**outer, "PATH": f"{folder / 'fake'}:/usr/bin:/bin", "LOG": str(log), "HAS": has},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done, log.read_text(encoding="utf-8").splitlines()


RUN_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"


@pytest.mark.parametrize(
    "target", ["", "build", "test", "test-faults", "mutants", "tools", "bench", "audit", "lock", "clean"]
)
def test_target_can_be_read(target):
    done = subprocess.run(["make", "-n", *target.split()], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_bare_make_builds(machine):
    done, _ = make(machine, "-n")
    assert done.stdout.splitlines()[-1].endswith("generate.py")


def test_apt_is_left_alone_when_nothing_is_missing(machine):
    done, calls = make(machine, "system", has=RUN_PACKAGES)
    assert (done.returncode, calls) == (0, [])


def test_only_what_is_missing_is_installed_and_nothing_asked(machine):
    done, calls = make(machine, "system", has="libpango-1.0-0 libharfbuzz-subset0")
    assert done.returncode == 0
    assert len(calls) == 2
    assert all(call.startswith("apt-get noninteractive ") for call in calls)
    assert calls[0].endswith(" update")
    assert calls[1].endswith(" install -y --no-install-recommends libpangoft2-1.0-0 fonts-noto-cjk")


def test_failed_download_is_tried_again(machine):
    (machine / "offline").touch()
    done, calls = make(machine, "system")
    assert done.returncode == 0
    assert [call.rpartition(" ")[2] for call in calls] == ["update", "fonts-noto-cjk", "update", "fonts-noto-cjk"]


def test_lasting_failure_ends_make_and_names_the_packages(machine):
    script(machine / "fake" / "apt-get", "exit 100")
    done, _ = make(machine, "system", has="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")
    assert done.returncode == 2
    assert "make: could not install fonts-noto-cjk\n" in done.stderr


@pytest.mark.parametrize("debian", ["ID=debian", ""])
def test_tools_are_named_as_the_system_names_them(machine, debian):
    done, _ = make(machine, "-n", "tools", f"DEBIAN={debian}")
    assert ("echo libreoffice-writer-nogui)" in done.stdout) == bool(debian)
    assert ("echo libreoffice-writer)" in done.stdout) != bool(debian)
    assert ("echo chromium)" in done.stdout) == bool(debian)


def test_packages_are_installed_once_and_again_when_the_pins_change(machine):
    script(machine / ".venv" / "bin" / "python", '[[ $2 == "import pip" ]] || echo "pip ${*: -1}" >>"$LOG"')
    both = ["pip requirements.txt", "pip requirements-test.txt"]
    assert make(machine, "set-up-test", has=RUN_PACKAGES)[1] == both
    assert make(machine, "set-up-test", has=RUN_PACKAGES)[1] == []
    later = (machine / ".venv" / "stamp-test").stat().st_mtime + 5
    os.utime(machine / "requirements.txt", (later, later))
    assert make(machine, "set-up-test", has=RUN_PACKAGES)[1] == both


def test_only_files_with_a_known_hash_are_installed(machine):
    script(machine / ".venv" / "bin" / "python", '[[ $2 == "import pip" ]] || echo "$*" >>"$LOG"')
    calls = make(machine, "set-up-test", has=RUN_PACKAGES)[1]
    assert len(calls) == len(LOCKS)
    assert all("--require-hashes" in call and "--no-deps" in call and "--only-binary :all:" in call for call in calls)


def test_venv_whose_python_was_replaced_is_made_anew(machine):
    python = machine / ".venv" / "bin" / "python"
    script(python, "exit 1")
    (machine / ".venv" / "stamp-run").touch()
    done, _ = make(machine, "-n", "set-up")
    assert "-m venv --clear .venv" in done.stdout


# --- .ci/run ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("failing", ["none", "tools", "test", "test-slow"])
def test_ci_fails_when_a_step_fails(tmp_path, failing):
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    script(tmp_path / "fake" / "make", f'echo "$1 ${{BULLETIN_REQUIRE_TOOLS-}}"; [[ $1 != {failing} ]]')
    assert os.access(tmp_path / ".ci" / "run", os.X_OK)
    done = subprocess.run(
        ["bash", ".ci/run"],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path / 'fake'}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode == 0) == (failing == "none")
    steps = ["tools ", "test 1", "test-slow 1"]
    assert done.stdout.splitlines() == steps[: [*(step.split()[0] for step in steps), "none"].index(failing) + 1]


# --- pyproject.toml ---------------------------------------------------------------------------------------------------

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CHOSEN = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["test"]]
EXTRA = PROJECT["project"]["optional-dependencies"]["cluster"]
WITHOUT_WHEEL = {"docopt"}
"""Only the command of num2words needs it, which nobody calls."""


def name(requirement):
    return canonicalize_name(Requirement(requirement).name)


def locked(file):
    """The requirements of a lock, each with how many hashes it has."""
    rows = re.findall(
        r"^(\S+==[^\\\n]+?) *((?:\\\n +--hash=sha256:[0-9a-f]{64} *)+)$", (ROOT / file).read_text(), re.MULTILINE
    )
    return {row: hashes.count("--hash") for row, hashes in rows}


LOCKS = {file: locked(file) for file in ("requirements.txt", "requirements-test.txt")}
LOCKED = [row for rows in LOCKS.values() for row in rows]


def needed(requirement):
    return not (marker := Requirement(requirement).marker) or marker.evaluate()


HERE = [row for row in LOCKED if needed(row)]


def test_what_an_extra_asks_for_is_what_is_tested():
    assert EXTRA and set(EXTRA) <= set(PROJECT["dependency-groups"]["test"])


def test_requirements_are_found():
    assert {name(each) for each in CHOSEN} > GIVEN
    assert "fonttools" in map(name, LOCKS["requirements.txt"])
    assert min(len(rows) for rows in LOCKS.values()) > 20


@pytest.mark.parametrize("file", LOCKS)
def test_every_line_of_a_lock_has_its_hashes(file):
    lines = (ROOT / file).read_text().splitlines()
    assert len([line for line in lines if "==" in line]) == len(LOCKS[file])
    assert not [line for line in lines if "://" in line]


@pytest.mark.parametrize("requirement", CHOSEN)
def test_what_is_chosen_is_pinned_and_locked_at_that_release(requirement):
    assert re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9.]*", requirement)
    held = {name(row): next(iter(Requirement(row).specifier)).version for row in LOCKED}
    assert held[name(requirement)] in Requirement(requirement).specifier


@pytest.mark.parametrize("requirement", [each for each in CHOSEN if name(each) not in GIVEN])
def test_every_chosen_requirement_has_its_reason(requirement):
    lines = [row for row in (ROOT / "pyproject.toml").read_text("utf-8").splitlines() if f'"{requirement}"' in row]
    assert lines and all(re.search(r'", +# \w', line) for line in lines)


@pytest.mark.parametrize("requirement", HERE)
def test_pins_agree_and_nothing_beneath_is_left_open(requirement):
    pins = {name(row): next(iter(Requirement(row).specifier)).version for row in HERE}
    needs = [Requirement(each) for each in requires(name(requirement)) or []]
    needs = [each for each in needs if each.marker is None or each.marker.evaluate({"extra": ""})]
    assert all(pins[canonicalize_name(each.name)] in each.specifier for each in needs if each.name not in WITHOUT_WHEEL)


@pytest.mark.parametrize("requirement", HERE)
def test_pinned_release_is_installed(requirement):
    assert version(name(requirement)) in Requirement(requirement).specifier


# --- docs/licences.md -------------------------------------------------------------------------------------------------


def test_every_library_stands_on_the_page_of_licences_with_its_licence():
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page(), "python -m tests.licences"
    assert "not said" not in licences.page()
