# make demo    build a case from the examples and say what to open
# make test    the checks, every test, and the quality floors
# make check   the checks alone: ruff, mypy
# make evals   the quality floors
# make bench   the speeds
# make load    fifty readers and five reviewers at one desk, for five minutes
# make ratios  whether reading became slower, beside what any such work costs
# make cluster the trials of a run on a Ray cluster: two nodes on this machine, an S3 server
# make soak    the long trials: kills, and hostile inputs by the million; hours
# make lock    write down anew what is installed, with hashes (needs uv)
# make web     build the pages' scripts and styles (needs Node 20; what is built is in the repository)
# make screenshots  take the pictures in docs/images anew, of the demo's case
# make basemap build the offline base map (needs Node 20)
#
# Each makes the environment it needs in .venv. PYTHON names another interpreter (3.11 or newer), PARTS how many tests run at a time.

# The first that runs: a name may stand on the path and lead nowhere.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin
DEMO := demo.case
SOAK ?= 500
INPUTS ?= 1000000
PARTS ?= 2
LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet

.PHONY: demo test check evals bench load ratios cluster soak lock wheel web basemap screenshots clean

demo: .venv/runs
	$(BIN)/tawatur run examples/reports -o $(DEMO)
	$(BIN)/tawatur export $(DEMO) --as csv -o $(DEMO)/claims.csv
	$(BIN)/tawatur export $(DEMO) --as csv --rows incidents -o $(DEMO)/incidents.csv
	$(BIN)/tawatur export $(DEMO) --as geojson -o $(DEMO)/incidents.geojson
	@echo
	@echo "The case is in $(DEMO)/. Every report in it is invented (examples/README.md). See it in a browser:"
	@echo "  $(BIN)/tawatur serve $(DEMO)"
	@echo "Or open:"
	@echo "  $(DEMO)/incidents.csv      the incidents, in a spreadsheet"
	@echo "  $(DEMO)/claims.csv         who says what, in which words"
	@echo "  $(DEMO)/incidents.geojson  on a map, for instance in QGIS"
	@echo "  $(DEMO)/manifest.json      what was read and what was set aside"
	@echo "One incident down to the words:"
	@echo "  $(BIN)/tawatur why $(DEMO) $$($(BIN)/python scripts/largest_incident.py $(DEMO))"

test: check .venv/browses
	$(BIN)/python -m pytest --numprocesses $(PARTS) --dist loadfile
	$(BIN)/python evals/check.py

check: .venv/develops
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

evals: .venv/runs
	$(BIN)/python evals/check.py

bench: .venv/develops
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/desk.py
	$(BIN)/python benchmarks/length.py

load: .venv/develops
	$(BIN)/python benchmarks/load.py --bad

ratios: .venv/develops
	$(BIN)/python benchmarks/ratios.py --small --hold

cluster: .venv/clusters
	$(BIN)/python -m pytest tests/run/test_cluster.py tests/read/test_remote.py

soak: .venv/develops
	$(BIN)/python tests/soak/kill_run.py --kills $(SOAK)
	$(BIN)/python tests/soak/kill_commands.py --kills $(SOAK)
	$(BIN)/python tests/soak/kill_serve.py --times $(SOAK)
	$(BIN)/python tests/soak/ask_desk.py --times $(SOAK)
	$(BIN)/python tests/soak/fuzz.py --runs $(INPUTS)
	$(BIN)/python tests/soak/fuzz.py --guided --runs $(INPUTS)
	$(BIN)/python tests/soak/corpus.py

web:
	cd web && npm ci && npm run build

screenshots: demo .venv/develops .venv/browses
	$(BIN)/python scripts/take_screenshots.py $(DEMO)

basemap:
	cd web/basemap && npm ci && npm run build

wheel: .venv/develops
	$(BIN)/python -m build --wheel

.venv/bin/python:
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer was not found. Install it, or name it: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv .venv || { echo "The module venv is missing: on Debian and Ubuntu, apt install python3-venv"; exit 1; }

.venv/runs: pyproject.toml requirements/run.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/develops: pyproject.toml requirements/develop.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/develop.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ .venv/runs

.venv/clusters: requirements/cluster.txt .venv/develops
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/cluster.txt
	@touch $@

# Every package that is installed here, with its version and the hashes of its files. Needs uv.
lock:
	uv pip compile pyproject.toml $(LOCK) --extra tree -o requirements/run.txt
	uv pip compile pyproject.toml $(LOCK) --extra tree --extra dev --extra build --extra learn -o requirements/develop.txt
	uv pip compile pyproject.toml $(LOCK) --extra tree --extra dev --extra build --extra learn \
		--extra ray --extra s3 --extra cluster -o requirements/cluster.txt

# The pages are tried in a real browser: Debian's, where this account may install it. Without one those tests are passed over and say so.
.venv/browses: | .venv/bin/python
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
		command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || \
		echo "Chromium was not found and could not be installed: the pages will not be tried. Install it: apt-get install chromium"
	@touch $@

clean:
	rm -rf $(DEMO) dist build .venv
