# `make help` lists what there is. `make run` and `make test` need nothing done before them.
SHELL := /bin/sh
PYTHON := .venv/bin/python
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 2
.DEFAULT_GOAL := help
.NOTPARALLEL:

.PHONY: run test train finetune lint unit e2e bench demo demo-remove shell lock install install-dev browser api-fuzz clean help

run: install ## Set everything up and bring the product up in the browser; Ctrl-C stops it
	@$(PYTHON) -m launcher run

test: install-dev browser api-fuzz train lint ## Set everything up, then lint, types and every test
	@OMP_NUM_THREADS=1 $(PYTHON) -m pytest -n 2 --dist loadfile

train: install ## Train the recogniser and Rasa's model where the training data has changed
	@$(PYTHON) -m launcher.prepare

finetune: install ## Make the recogniser's weights anew from training_data/nlu (torch, in an environment of its own; about half an hour)
	@finetuning/run.sh

lint: install-dev ## Style, types and dead code
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(PYTHON) -m vulture

unit: install-dev api-fuzz train ## The tests that need neither a browser nor a Rasa server
	@$(PYTHON) -m pytest -m "not e2e and not rasa"

e2e: install-dev browser train ## The browser tests alone
	@$(PYTHON) -m pytest -m e2e tests/e2e

bench: install-dev train ## Measure speed and memory; prints a table, each figure beside a yardstick of the same run
	@$(PYTHON) -m benchmarks

demo: install-dev train ## Put a year of people who do not exist into the database, marked (demo)
	@$(PYTHON) -m benchmarks.demo

demo-remove: install-dev ## Take exactly these out again
	@$(PYTHON) -m benchmarks.demo --remove

shell: install ## Talk to the customer in the terminal, through Rasa
	@$(PYTHON) -m launcher shell

lock: ## Pin the newest allowed versions anew (needs uv and the network)
	uv pip compile pyproject.toml --python-platform linux --python-version 3.10 --generate-hashes --upgrade \
	  --custom-compile-command "make lock" --quiet --output-file requirements.txt
	uv pip compile pyproject.toml --python-platform linux --python-version 3.10 --generate-hashes --extra dev -c requirements.txt \
	  --custom-compile-command "make lock" --quiet --output-file requirements-dev.txt
	uv pip compile tests/api_fuzz/requirements.in --python-platform linux --python-version 3.10 --generate-hashes --upgrade \
	  --custom-compile-command "make lock" --quiet --output-file tests/api_fuzz/requirements.txt

install:
	@launcher/install.sh run

install-dev:
	@launcher/install.sh dev

browser:
	@launcher/browser.sh

api-fuzz: install
	@launcher/api_fuzz.sh

clean: ## Remove what was made here: environment, models, caches (the database in var/ stays)
	rm -rf .venv .venv-api .venv-finetune .tools benchmarks/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .rasa models results *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## This list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
