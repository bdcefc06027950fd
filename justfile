# Lists all that can be done.
default:
    @just --list

# What must hold before a commit.
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    cargo clippy --all-targets --all-features -- -D warnings
    cargo test --all-features
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --all-features

# The wheel, and all that is tested from Python; words go to pytest.
python *WORDS:
    bindings/python/test {{WORDS}}

# Writes Python's classes of the records and its list of Arrow's columns anew, after a change of the records.
python-records:
    cargo run --quiet -- schema | python3 bindings/python/generate.py > target/records.py
    mv target/records.py bindings/python/python/outlay/records.py
    cd bindings/python && VIRTUAL_ENV=../../target/python ../../target/python/bin/maturin develop --quiet
    target/python/bin/python bindings/python/tests/arrow_schema.py

# Licences, bans and sources of the dependencies, without a network.
deny:
    cargo deny --offline check licenses bans sources

# Look at changed snapshots one by one.
review:
    cargo insta test --review

# Rewrites src/lexicon/generated.rs from the tables in lexicon/.
gen:
    cargo test --test lexicon || cargo test --test lexicon

# How fast one thread reads each style of text, beside ripgrep where it is installed.
bench:
    cargo bench --bench styles

# Whether cost grows with the length of a text alone, whatever it repeats: instructions where valgrind is installed.
growth:
    cargo bench --bench growth

# Counts the instructions for a byte of each style anew, after a change that is worth its cost.
instructions:
    INSTRUCTIONS=write cargo test --test instructions

# Many more wordings of known facts than the tests read.
wordings TIMES="20":
    WORDINGS={{TIMES}} cargo test --release --test wordings

# How fast a JSONL file is read on one thread.
speed CORPUS:
    cargo build --release
    target/release/outlay extract {{CORPUS}} --threads 1 --summary --output /dev/null

# The facts that NEW gains and loses against OLD (two built programs) on a folder or a JSONL file.
gains OLD NEW CORPUS:
    {{OLD}} extract --format jsonl --progress never --output target/gains.jsonl {{CORPUS}}
    {{NEW}} diff --old target/gains.jsonl {{CORPUS}}
