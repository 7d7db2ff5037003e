#!/usr/bin/env bash
# The one door: builds, runs, tests and packages Latchkey, and finds or installs what that needs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

ROOT=$PWD
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
TOOLS=$ROOT/target/tools
WASM=wasm32-unknown-unknown
GECKODRIVER_VERSION=0.37.1
# An error of ours is a sentence; panics of tests keep their traces.
export CARGO_TARGET_DIR=$TARGET CARGO_TERM_PROGRESS_WHEN=never RUST_LIB_BACKTRACE=${RUST_LIB_BACKTRACE:-0}

help() {
  cat <<'EOF'
./build.sh COMMAND

  build [--dev]              dist/chrome, dist/edge, dist/firefox, unpacked
                             (--dev: quick and unoptimised, in dist/dev/)
  run [--browser PATH]       a browser on the sandbox with the extension loaded
  run --headless [recipe]    performs the recipe (or each one) by itself and prints the evidence
  run ... -- OPTIONS         with the sandbox started so, such as -- --locale da --kind sandbox
                             (./build.sh sandbox --help lists them)
  test                       every test: native, component, content script, browsers, sizes
  check                      formatting, lints on both targets, dependency arrows
  bench                      each figure beside its budget
  sandbox [--help]           only the sandbox tenant
  package                    zips for the stores, with sizes and digests, built twice to prove them reproducible
EOF
}

# Bold for a person, plain in a log.
say() { if [ -t 1 ]; then printf '\033[1m== %s\033[0m\n' "$*"; else printf '== %s\n' "$*"; fi; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Debian or Ubuntu, as root: the only place where anything is installed outside the repository.
may_apt() { [ "$(id -u)" = 0 ] && have apt-get; }
apt_updated=
apt() {
  if [ -z "$apt_updated" ]; then apt-get update -qq; apt_updated=1; fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

need_rust() {
  have cargo || fail "Rust is missing: install it from https://rustup.rs"
  # The linker and headers some dependencies compile C with.
  if ! have cc; then
    may_apt || fail "a C compiler is missing: install build-essential (Debian) or your system's developer tools"
    say "installing build-essential"
    apt build-essential
  fi
}

need_wasm() {
  need_rust
  [ -d "$(rustc --print target-libdir --target $WASM 2>/dev/null)" ] && return
  have rustup || fail "the Rust target $WASM is missing and there is no rustup to add it"
  say "adding the Rust target $WASM"
  rustup target add $WASM
}

# The npm tools at the versions of tests/tools/package-lock.json. A build does without them, larger; a package does not.
need_npm_tools() {
  cmp -s tests/tools/package-lock.json "$TOOLS/package-lock.json" && return
  if ! have npm && may_apt; then
    say "installing Node.js and npm"
    apt nodejs npm
  fi
  have npm || { printf 'note: npm is missing, so wasm-opt and terser are too\n'; return; }
  say "installing the npm tools into target/tools"
  mkdir -p "$TOOLS"
  cp tests/tools/package.json "$TOOLS/"
  cp tests/tools/package-lock.json "$TOOLS/package-lock.new"
  rm -f "$TOOLS/package-lock.json"
  # The lock gets its name only once the tools stand, so that an interrupted installation is repeated.
  (cd "$TOOLS" && cp package-lock.new package-lock.json && npm ci --silent --no-audit --no-fund) ||
    { rm -f "$TOOLS/package-lock.json"; fail "npm could not install the tools of tests/tools/package.json"; }
  rm -f "$TOOLS/package-lock.new"
}

# Sets CHROMIUM to the browser asked for (--browser PATH) or found, and installs Debian's where it may.
CHROMIUM=
find_chromium() {
  local name
  for name in "${BROWSER_PATH:-}" chromium chromium-browser google-chrome google-chrome-stable chrome microsoft-edge \
    microsoft-edge-stable "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"; do
    if [ -n "$name" ] && have "$name"; then CHROMIUM=$(command -v "$name"); return; fi
  done
  return 1
}
need_chromium() {
  find_chromium && return
  may_apt || fail "no Chromium, Chrome or Edge found: install one (Debian: chromium) or name it with --browser PATH"
  say "installing chromium"
  apt chromium
  find_chromium || fail "chromium was installed but is not on the PATH"
}
need_chromedriver() {
  have chromedriver && return
  may_apt || fail "chromedriver is missing: install the one of your browser's version (Debian: chromium-driver)"
  say "installing chromium-driver"
  apt chromium-driver
}

need_firefox() {
  if ! have firefox-esr && ! have firefox; then
    may_apt || fail "Firefox is missing: install it (Debian: firefox-esr)"
    say "installing firefox-esr"
    apt firefox-esr
  fi
  "$TOOLS/bin/geckodriver" --version 2>/dev/null | grep -q " $GECKODRIVER_VERSION" && return
  say "compiling geckodriver $GECKODRIVER_VERSION into target/tools"
  cargo install --quiet --locked --debug --root "$TOOLS" --version $GECKODRIVER_VERSION geckodriver
}

# What the foreign clients among the native tests, and the content script's tests, run on.
need_clients() {
  need_npm_tools
  have node && have npm || fail "the tests need Node.js and npm"
  python3 -c 'import venv, ensurepip' 2>/dev/null && return
  may_apt || fail "the tests need Python 3 with venv (Debian: python3-venv)"
  say "installing python3-venv"
  apt python3 python3-venv
}

# `--workspace` wherever cargo is called: one choice of features, so that no dependency is compiled twice.
pack() {
  need_wasm
  need_npm_tools
  cargo build --quiet --workspace --bin latchkey-pack
  "$TARGET/debug/latchkey-pack" --root "$ROOT" --target "$TARGET" --tools "$TOOLS" "$@"
}

build() { pack build "$@"; }

mozillas_linter() {
  say "Mozilla's linter"
  "$TOOLS/node_modules/.bin/addons-linter" --warnings-as-errors dist/firefox
}

package() {
  pack package
  mozillas_linter
  say "the same packages, built again elsewhere"
  pack reproduce
}

check() {
  need_wasm
  say "cargo fmt"
  cargo fmt --all --check
  say "cargo clippy, native"
  cargo clippy --quiet --workspace --all-targets -- -D warnings
  # What no plain `cargo test` runs, `--all-targets` leaves out.
  cargo clippy --quiet --workspace --test 'browser_*' --test shipped -- -D warnings
  say "cargo clippy, $WASM"
  cargo clippy --quiet --package latchkey --lib --test 'wasm*' --target $WASM -- -D warnings
  say "dependency arrows"
  cargo test --quiet --workspace --test arrows
}

# Tests that need what a build makes carry `test = false`, so that plain `cargo test` is native and quick.
run_tests() {
  need_wasm
  need_clients
  say "native tests"
  cargo test --workspace

  if compgen -G 'tests/wasm*.rs' >/dev/null; then
    say "component tests, in Chromium"
    need_chromedriver
    # The runner is a program of ours that no native test above needs, so a fresh clone does not have it yet.
    cargo build --quiet --workspace --bins
    # The runner gives up after twenty seconds unless told, which a busy machine may take.
    CHROMEDRIVER=$(command -v chromedriver) WASM_BINDGEN_TEST_ONLY_WEB=1 WASM_BINDGEN_TEST_TIMEOUT=600 \
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="$TARGET/debug/latchkey-wasm-tests" \
      cargo test --package latchkey --target $WASM --test 'wasm*'
  fi

  if compgen -G 'tests/js/*.test.*' >/dev/null; then
    say "content script and worker"
    node --test tests/js/
  fi

  say "the shipped extension"
  pack build
  cargo test --workspace --test shipped
  mozillas_linter

  say "real browsers"
  need_chromium
  need_chromedriver
  need_firefox
  cargo build --quiet --workspace --bins
  LATCHKEY_BROWSER=$CHROMIUM cargo test --no-fail-fast --workspace --test 'browser_*'
}

# The recipes `run --headless` performs; one that is performed in two ways stands there twice.
recipes() { sed -n 's/^ *recipe: "\([^"]*\)",$/\1/p' tests/e2e/src/journeys/mod.rs | uniq; }

# Everything `run` and the browser tests start: the browser, its driver, the sandbox, the harness. What cannot be done is
# refused before anything is built.
run() {
  local sandbox=() headless='' recipe=''
  BROWSER_PATH=
  while [ $# -gt 0 ]; do
    case $1 in
      --browser) BROWSER_PATH=${2:-}; [ -n "$BROWSER_PATH" ] || fail "--browser needs a path"; shift ;;
      --browser=*) BROWSER_PATH=${1#*=} ;;
      --headless) headless=--headless ;;
      --headless=*) headless=--headless; recipe=${1#*=} ;;
      --) shift; sandbox=("$@"); break ;;
      -*) fail "run does not know $1; what the sandbox is started with stands after --" ;;
      *) [ -n "$headless" ] && [ -z "$recipe" ] || fail "run does not know $1"; recipe=$1 ;;
    esac
    shift
  done
  if [ -n "$recipe" ]; then
    recipes | grep -qxF -e "$recipe" || fail "no recipe $recipe; there are: $(recipes | paste -sd' ')"
  fi
  [ -z "$BROWSER_PATH" ] || have "$BROWSER_PATH" || fail "--browser: $BROWSER_PATH is not a program"
  if [ -z "$headless" ] && [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    fail "there is no display to open a window on; ./build.sh run --headless performs the recipes without one"
  fi
  need_chromium
  [ -z "$headless" ] || need_chromedriver
  say "compiling and packing the extension (the first time this takes some ten minutes)"
  pack build
  say "compiling the sandbox tenant and what drives the browser"
  cargo build --quiet --workspace --bin latchkey-sandbox --bin latchkey-e2e
  say "starting the sandbox and $CHROMIUM"
  "$TARGET/debug/latchkey-e2e" run --browser "$CHROMIUM" ${headless:+"$headless${recipe:+=$recipe}"} \
    -- ${sandbox[@]+"${sandbox[@]}"}
}

bench() {
  local native
  need_chromium
  need_chromedriver
  pack build
  say "compiling the native benchmarks and the harness"
  cargo build --quiet --workspace --bins
  native=$(cargo bench --quiet --package latchkey --bench holders --bench plans)
  say "sizes"
  # A size past its limit is said and does not keep the rest from being measured.
  pack sizes || true
  say "figures, from this run on this machine"
  LATCHKEY_BROWSER=$CHROMIUM "$TARGET/debug/latchkey-e2e" bench --native "$native"
}

sandbox() {
  need_rust
  # Its own line of JSON is all there is on standard output.
  say "compiling the sandbox tenant" >&2
  cargo build --quiet --workspace --bin latchkey-sandbox
  exec "$TARGET/debug/latchkey-sandbox" "$@"
}

# A command that takes nothing refuses what it is given, before it begins to work.
takes_nothing() { [ $# -lt 2 ] || fail "$1 does not know $2"; }

case ${1:-help} in
  test | check | bench | package) takes_nothing "$@" ;;
  build) if [ "${2:-}" = --dev ]; then takes_nothing build "${@:3}"; else takes_nothing "$@"; fi ;;
esac
case ${1:-help} in
  build | run | bench | package | sandbox | check) "$@" ;;
  test) run_tests ;;
  help | --help | -h) help ;;
  *) help >&2; fail "unknown command: $1" ;;
esac
