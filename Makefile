# Everything a contributor runs. `make` alone prints the list.
#
# demo and test need nothing but git and make on a Debian 12 machine: they install the rest.

JOBS ?= $(shell nproc)
CORPUS ?=
# One cache for all checkouts: paths are taken relative to this one.
export CCACHE_BASEDIR ?= $(CURDIR)
export CCACHE_NOHASHDIR ?= true
# A bare container has no locale, and Chinese is printed.
ifeq ($(LC_ALL)$(LC_CTYPE)$(LANG),)
export LANG := C.UTF-8
endif

.DEFAULT_GOAL := help
.PHONY: help setup demo test build debug format lint laws tidy fuzz bench docs coverage new-rule install package clean

help:  ## print this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r target text; do \
	  printf '%-18s %s\n' "$$target" "$$text"; done

setup:  ## install the Debian packages that are missing
	@tools/setup.sh

demo: build  ## build, then check the fictional county that ships in examples/
	@echo; echo '$$ tallybook check examples/county/2026H1'; echo
	@build/release/tallybook check examples/county/2026H1 || test $$? -eq 1

test: setup  ## everything that must pass before a commit lands
	@python3 tools/run_tests.py --jobs $(JOBS)

build: setup  ## the optimised program: build/release/tallybook
	@tools/build.sh release $(JOBS)

debug: setup  ## the program and the tests with sanitizers: build/debug
	@tools/build.sh debug $(JOBS)

format: setup  ## rewrite all C++ files in the project's format
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format-14 -i

lint: setup  ## format, laws and clang-tidy; changes nothing
	@python3 tools/run_tests.py --jobs $(JOBS) --only format,laws,tidy

laws: setup  ## the laws of the source tree (layers, sizes, encodings)
	@python3 tools/run_tests.py --only laws

tidy: setup  ## clang-tidy on the files that changed since it last passed
	@python3 tools/run_tests.py --jobs $(JOBS) --only tidy

fuzz: setup  ## each fuzzer for SECONDS=60
	@tools/build.sh fuzz $(JOBS)
	@python3 tools/fuzz.py --jobs $(JOBS) --seconds $(or $(SECONDS),60) build/fuzz

bench: setup  ## MB/s of each stage on one core, beside ripgrep; CORPUS=DIR for other texts
	@tools/build.sh bench $(JOBS)
	@python3 tools/bench.py build/bench/tallybook_bench $(CORPUS)

docs: build  ## write docs/rules/ and the transcripts in the docs from what the program says
	@python3 tools/gen_docs.py build/release/tallybook
	@python3 tools/transcripts.py build/release/tallybook

coverage: setup  ## which lines the tests reach: build/coverage/report
	@tools/build.sh coverage $(JOBS)
	@ctest --preset coverage --output-on-failure
	@mkdir -p build/coverage/report
	@gcovr --root . --filter src/ --filter include/ build/coverage \
	  --html-details build/coverage/report/index.html --print-summary

new-rule: setup  ## scaffold a rule: CODE=NUM004 NAME=orphan-level GROUP=numbering
	@python3 tools/new_rule.py "$(CODE)" "$(NAME)" "$(GROUP)"

install: build  ## install the program, the library and its headers; DESTDIR and PREFIX are honoured
	@cmake --install build/release $(if $(PREFIX),--prefix $(PREFIX))

package: build  ## a Debian package in build/release
	@cd build/release && cpack -G DEB

clean:  ## remove all build results
	rm -rf build
