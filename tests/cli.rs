//! The program as it is run: real files and bad ones, whole outputs and broken ones.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::Value;
use tempfile::TempDir;

/// A folder that is the program's working directory, and goes with the test.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// The names in the folder, hidden ones too.
    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_outlay"));
        command.args(arguments.split_whitespace()).current_dir(self.path()).env_remove("NO_COLOR").stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &str) -> Run {
        self.command(arguments).output().unwrap().into()
    }

    fn run_with(&self, arguments: &str, input: impl AsRef<[u8]> + Send) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        thread::scope(|scope| {
            // The program may end before it has read everything.
            scope.spawn(move || drop(stdin.write_all(input.as_ref())));
            child.wait_with_output().unwrap().into()
        })
    }
}

struct Run {
    code: i32,
    out: String,
    errors: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    fn is(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.errors);
        self
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }

    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn ids(&self) -> Vec<String> {
        self.lines().iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect()
    }
}

/// What text a run read, as `--with-text` shows it.
fn content(folder: &Folder, arguments: &str) -> String {
    let run = folder.run(&format!("extract --with-text {arguments}")).is(0);
    run.json()["content"].as_str().unwrap().to_owned()
}

#[test]
fn encodings_are_seen_by_their_marks_or_named() {
    let folder = Folder::new()
        .with("mark.txt", b"\xEF\xBB\xBFpaid \xC2\xA35\r\n")
        .with("little.txt", b"\xFF\xFEp\0a\0i\0d\0 \0\xA3\x005\0\r\0\n\0")
        .with("big.txt", b"\xFE\xFF\0p\0a\0i\0d\0 \0\xA3\x005\0\r\0\n")
        .with("old.txt", b"paid \xA35\r\n");
    for arguments in ["mark.txt", "little.txt", "big.txt", "old.txt --encoding latin1"] {
        assert_eq!(content(&folder, arguments), "paid £5\r\n", "{arguments}");
    }
    let run = folder.run("extract old.txt --encoding klingon").is(2);
    assert!(run.errors.contains("an encoding such as"), "{}", run.errors);
}

#[test]
fn what_does_not_decode_is_reported_and_the_rest_read() {
    let folder = Folder::new().with("bad.txt", b"\xF0\x9F\x98\x80 caf\xE9 paid $5 million\0.\xFF\xFF");
    for (unit, start) in [("bytes", 8), ("chars", 5), ("utf16", 6)] {
        let run = folder.run(&format!("extract bad.txt --with-text --offsets {unit}")).is(0);
        let document = run.json();
        assert_eq!(document["offsets"], unit);
        assert_eq!(document["content"], "😀 caf\u{fffd} paid $5 million\0.\u{fffd}");
        let diagnostics = document["diagnostics"].as_array().unwrap();
        assert_eq!(diagnostics.len(), 2);
        assert_eq!(diagnostics[0]["code"], "undecodable");
        assert_eq!(diagnostics[0]["start"], start);
        assert_eq!(diagnostics[0]["message"], "the byte at offset 8 of the input is not UTF-8");
        assert_eq!(diagnostics[1]["message"], "the bytes at offsets 27 to 29 of the input are not UTF-8");
        let complaint = "outlay: bad.txt: text in UTF-8 was expected, and at byte 8 it is not; there are 2 such places; the \
                         rest was read\n";
        assert_eq!(run.errors, complaint);
    }
}

#[test]
fn a_page_is_read_by_its_own_declaration_and_carries_its_text() {
    let page = b"<html><head><meta charset=windows-1251><meta property='article:published_time' content='2025-05-21T10:00Z'>\
                 </head><body><nav>Win $1,000,000</nav><p>\xCC\xE8\xED paid <b>$5&nbsp;million</b> for radars.</p></body></html>";
    let folder = Folder::new().with("page.html", page).with("other", page);
    for name in ["page.html", "other"] {
        let document = folder.run(&format!("extract {name}")).is(0).json();
        assert_eq!(document["content"], "Мин paid $5\u{a0}million for radars.");
        for figure in document["figures"].as_array().unwrap() {
            assert_eq!(figure["text"], "$5\u{a0}million");
            assert!(figure["source_start"].as_u64() < figure["source_end"].as_u64());
        }
    }
}

#[test]
fn rows_are_read_and_broken_ones_reported() {
    let rows = concat!(
        "\u{feff}{\"id\":\"a\",\"text\":\"paid $5 million\",\"published\":\"2018-05\",\"more\":{\"text\":1}}\r\n",
        "\n",
        "{\"id\":\"b\"\n",
        "  \t\n",
        "{\"id\":7,\"text\":\"x\"}\n",
        "{\"id\":\"c\",\"text\":\"x\",\"published\":\"soon\"}\n",
        "[1]\n",
        "{\"html\":\"<p>y\",\"published\":null}"
    );
    let folder = Folder::new().with("rows.jsonl", rows);
    let run = folder.run("extract rows.jsonl").is(1);
    assert_eq!(run.ids(), ["a", "7", "rows.jsonl:8"]);
    let complaints: Vec<_> = run.errors.lines().collect();
    assert_eq!(complaints.len(), 3, "{}", run.errors);
    for (complaint, want) in complaints.iter().zip(["row 3: a row", "row 6: a day, month or year", "row 7: a row"]) {
        assert!(complaint.starts_with(&format!("outlay: rows.jsonl: {want}")), "{complaint}");
    }
    assert_eq!(folder.run_with("extract", rows).is(1).ids(), ["a", "7", "-:8"]);
    assert_eq!(run.lines()[2]["content"], "y");
}

#[test]
fn rows_keep_their_order_however_they_are_read() {
    // Texts are read many together, a page by itself.
    let mut rows = Vec::new();
    for number in 0..200 {
        match number % 90 {
            17 => rows.extend(format!("{{\"id\":{number},\"html\":\"<p>paid ${number}\"}}\n").into_bytes()),
            _ => rows.extend(format!("{{\"id\":{number},\"text\":\"paid ${number}\"}}\n").into_bytes()),
        }
    }
    let folder = Folder::new().with("rows.jsonl", &rows);
    for threads in ["1", "2"] {
        let run = folder.run(&format!("extract rows.jsonl --threads {threads}")).is(0);
        assert_eq!(run.ids(), (0..200).map(|number: u32| number.to_string()).collect::<Vec<_>>());
        for (number, line) in run.lines().iter().enumerate() {
            assert_eq!(line["figures"][0]["text"], format!("${number}"));
        }
    }
}

#[test]
fn rows_with_bytes_that_do_not_decode_are_read() {
    let folder =
        Folder::new().with("rows.jsonl", b"{\"id\":\"a\",\"text\":\"caf\xE9 $5\"}\n{\"id\":\"b\",\"text\":\"ok\"}\n");
    let run = folder.run("extract rows.jsonl").is(0);
    assert_eq!(run.ids(), ["a", "b"]);
    let diagnostic = &run.lines()[0]["diagnostics"][0];
    assert_eq!((&diagnostic["start"], &diagnostic["end"]), (&3.into(), &4.into()));
    assert!(run.errors.starts_with("outlay: rows.jsonl: row 1: text in UTF-8 was expected"), "{}", run.errors);
}

#[test]
fn rows_in_other_encodings_are_streamed() {
    let row = "{\"id\":\"a\",\"text\":\"Минск\"}\n";
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(row.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let folder = Folder::new().with("utf16.jsonl", utf16).with("old.jsonl", b"{\"text\":\"\xCC\xE8\xED\"}");
    let run = folder.run("extract utf16.jsonl --with-text").is(0);
    assert_eq!(run.lines()[0]["content"], "Минск");
    let run = folder.run("extract old.jsonl --with-text --encoding windows-1251").is(0);
    assert_eq!(run.lines()[0]["content"], "Мин");
}

#[test]
fn a_missing_file_does_not_stop_the_others() {
    let folder = Folder::new().with("good.txt", "paid $5 million");
    let run = folder.run("extract missing.txt good.txt").is(1);
    assert_eq!(run.ids(), ["good.txt"]);
    assert!(run.errors.starts_with("outlay: missing.txt: a file or folder was expected"), "{}", run.errors);
    let run = folder.run("extract missing.txt good.txt --format json").is(1);
    assert_eq!(run.json().as_array().unwrap().len(), 1);
    let run = folder.run("extract missing.txt").is(1);
    assert_eq!(run.out, "");
}

#[test]
fn the_form_follows_the_inputs() {
    let folder = Folder::new().with("a.txt", "a").with("b.txt", "b").with("rows.jsonl", "{\"text\":\"\"}\n");
    assert!(folder.run("extract a.txt").is(0).json().is_object());
    assert!(folder.run("extract a.txt --pretty").is(0).out.starts_with("{\n  \"schema\""));
    assert_eq!(folder.run("extract a.txt b.txt").is(0).lines().len(), 2);
    assert_eq!(folder.run("extract rows.jsonl").is(0).lines().len(), 1);
    for arguments in ["rows.jsonl", "a.txt b.txt", "a.txt b.txt --pretty", "rows.jsonl --pretty", "."] {
        let run = folder.run(&format!("extract {arguments} --format json")).is(0);
        assert!(run.json().is_array(), "{arguments}");
    }
    let empty = Folder::new().with("none.jsonl", "");
    assert_eq!(empty.run("extract none.jsonl --format json").is(0).json(), Value::Array(Vec::new()));
    assert_eq!(empty.run("extract none.jsonl").is(0).out, "");
}

#[test]
fn tables_have_a_header_and_lead_with_the_document() {
    let folder =
        Folder::new().with("a.txt", "paid $5 million").with("rows.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
    for table in ["figures", "dates", "contracts"] {
        let run = folder.run(&format!("extract a.txt rows.jsonl --format csv --table {table}")).is(0);
        assert!(run.out.starts_with("document,id,start,end,text,"), "{}", run.out);
        assert_eq!(run.out.matches("document,id").count(), 1);
    }
    folder.run("extract a.txt --table contracts").is(0);
    folder.run("extract a.txt --table contracts --format json").is(2);
    folder.run("extract a.txt --table salads").is(2);
    folder.run("extract a.txt --format csv --only dates").is(2);
}

#[test]
fn folders_are_walked_in_order_and_lead_nowhere_else() {
    let folder = Folder::new()
        .with("in/b.txt", "b")
        .with("in/a.html", "<p>a")
        .with("in/a/z.jsonl", "{\"id\":\"row\",\"text\":\"\"}")
        .with("in/c.bin", "c")
        .with("in/.hidden.txt", "h")
        .with("outside.txt", "o");
    #[cfg(unix)]
    {
        let inside = folder.path().join("in");
        std::os::unix::fs::symlink("..", inside.join("loop")).unwrap();
        std::os::unix::fs::symlink("../outside.txt", inside.join("link.txt")).unwrap();
        assert!(Command::new("mkfifo").arg(inside.join("pipe.txt")).status().unwrap().success());
    }
    let run = folder.run("extract in").is(0);
    assert_eq!(run.ids(), ["row", "in/a.html", "in/b.txt"]);
    assert_eq!(run.errors, "");
}

#[cfg(unix)]
#[test]
fn pipes_and_links_that_are_named_are_read() {
    let folder = Folder::new().with("real.txt", "real");
    std::os::unix::fs::symlink("real.txt", folder.path().join("link.txt")).unwrap();
    assert_eq!(folder.run("extract link.txt").is(0).json()["id"], "link.txt");
    let pipe = folder.path().join("pipe.jsonl");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    thread::scope(|scope| {
        scope.spawn(|| fs::write(&pipe, "{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"b\",\"text\":\"\"}\n").unwrap());
        assert_eq!(folder.run("extract pipe.jsonl").is(0).ids(), ["a", "b"]);
    });
}

/// Rows of all sizes, with broken ones among them.
fn many_rows() -> String {
    let mut rows = String::new();
    for i in 0..2000_usize {
        if i % 400 == 200 {
            rows.push_str("{broken\n");
        }
        let text = "the minister said again what he had said ".repeat(i % 17);
        rows.push_str(&format!("{{\"id\":\"r{i}\",\"text\":\"{text}and paid $5 million\"}}\n"));
    }
    rows.push_str(&format!("{{\"id\":\"long\",\"text\":\"{}\"}}\n", "long ".repeat(100_000)));
    rows
}

#[test]
fn any_number_of_threads_writes_the_same() {
    let folder = Folder::new().with("rows.jsonl", many_rows()).with("in/a.txt", "a").with("in/b.txt", "b");
    for arguments in [
        "rows.jsonl in",
        "rows.jsonl --format json --pretty",
        "rows.jsonl --format csv",
        "rows.jsonl --format annotated",
    ] {
        let one = folder.run(&format!("extract {arguments} --threads 1")).is(1);
        for threads in [2, 8] {
            let other = folder.run(&format!("extract {arguments} --threads {threads}")).is(1);
            assert!(one.out == other.out && one.errors == other.errors, "{arguments} with {threads} threads");
        }
    }
    let run = folder.run("extract rows.jsonl in --threads 3").is(1);
    assert_eq!(run.lines().len(), 2003);
    assert_eq!(run.errors.lines().count(), 5);
    folder.run("extract rows.jsonl --threads 0").is(2);
}

#[test]
fn output_is_whole_or_not_there() {
    let folder = Folder::new().with("a.txt", "a").with("old.json", "old");
    folder.run("extract a.txt --output new.json").is(0);
    folder.run("extract a.txt --output old.json").is(0);
    assert_eq!(folder.read("new.json"), folder.read("old.json"));
    assert_eq!(folder.names(), ["a.txt", "new.json", "old.json"]);
    folder.run("extract a.txt --output no/such/folder.json").is(1);
    folder.run("extract a.txt --output a.txt").is(2);
    folder.run("extract a.txt --output .").is(2);
    assert_eq!(folder.read("a.txt"), "a");
    assert_eq!(folder.names(), ["a.txt", "new.json", "old.json"]);
}

#[test]
fn an_output_in_the_folder_that_is_read_is_not_read() {
    let folder = Folder::new().with("in/a.txt", "a").with("in/out.jsonl", "{\"id\":\"old\",\"text\":\"\"}\n");
    folder.run("extract in --output in/out.jsonl").is(0);
    assert_eq!(folder.read("in/out.jsonl").lines().count(), 1);
    assert!(folder.read("in/out.jsonl").contains("in/a.txt"));
}

#[cfg(unix)]
#[test]
fn outputs_keep_their_links_and_permissions() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new().with("a.txt", "a").with("real.json", "old");
    std::os::unix::fs::symlink("real.json", folder.path().join("link.json")).unwrap();
    fs::set_permissions(folder.path().join("real.json"), fs::Permissions::from_mode(0o640)).unwrap();
    folder.run("extract a.txt --output link.json").is(0);
    assert!(folder.path().join("link.json").is_symlink());
    assert!(folder.read("real.json").starts_with('{'));
    let mode = folder.path().join("real.json").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error_and_stays_a_device() {
    let folder = Folder::new().with("a.txt", "a");
    let run = folder.run("extract a.txt --output /dev/full").is(1);
    assert_eq!(run.errors, "outlay: /dev/full: a place to write to was expected: no space left on device\n");
    folder.run("extract a.txt --output /dev/null").is(0);
    assert!(!Path::new("/dev/null").metadata().unwrap().is_file());
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let run: Run = folder.command("extract a.txt").stdout(full).output().unwrap().into();
    assert_eq!(
        run.is(1).errors,
        "outlay: standard output: a place to write to was expected: no space left on device\n"
    );
    for command in ["schema", "man", "completions fish", "explain text", "--help", "help extract", "--version"] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        Run::from(folder.command(command).stdout(full).output().unwrap()).is(1);
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = Folder::new().with("rows.jsonl", many_rows());
    for threads in [1, 3] {
        let mut command = folder.command(&format!("extract --with-text --threads {threads} rows.jsonl --format jsonl"));
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut some = [0; 10];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut some).unwrap();
        drop(out);
        let run: Run = child.wait_with_output().unwrap().into();
        let run = run.is(0);
        assert!(!run.errors.contains("pipe"), "{}", run.errors);
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_nothing() {
    let folder = Folder::new().with("old.jsonl", "old");
    let mut command = folder.command("extract - --input jsonl --output old.jsonl");
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"{\"text\":\"a\"}\n").unwrap();
    while folder.names().len() < 2 {
        thread::sleep(std::time::Duration::from_millis(5));
    }
    // The handler is set before the unfinished file is made.
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(folder.names(), ["old.jsonl"]);
    assert_eq!(folder.read("old.jsonl"), "old");
}

#[test]
fn rows_come_out_as_they_come_in() {
    let folder = Folder::new();
    let mut command = folder.command("extract --input jsonl --threads 2");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut out = child.stdout.take().unwrap();
    for _ in 0..3 {
        stdin.write_all(b"{\"id\":\"a\",\"text\":\"\"}\n").unwrap();
        let mut some = [0; 4096];
        assert!(out.read(&mut some).unwrap() > 0);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn records_can_be_chosen() {
    let folder = Folder::new().with("a.txt", "Ardenia paid $5 million in May 2021.");
    let document = folder.run("extract a.txt --only dates").is(0).json();
    assert_eq!((&document["figures"], &document["contracts"]), (&Value::Array(vec![]), &Value::Array(vec![])));
    folder.run("extract a.txt --only figures,dates,contracts").is(0);
    folder.run("extract a.txt --only salads").is(2);
}

const OWN: &str = "companies = [\"Velmark\"]\nprogrammes = [\"Skylance\"]\n\n[aliases]\nLethos = \"XL\"\n\
                   Lethian = { state = \"XL\", adjective = true }\n";

#[test]
fn own_words_are_read() {
    let text = "Lethos has signed a $300 million contract with Velmark for 12 Skylance launchers.\n\n\
                The Lethian army bought the Skylance from Velmark in 2021.\n";
    let folder = Folder::new().with("a.txt", text).with("own.toml", OWN);
    let document = folder.run("extract --lexicon own.toml a.txt").is(0).json();
    let party = |contract: usize, side: &str| {
        let party = &document["contracts"][contract][side][0];
        (party["name"].as_str().map(str::to_owned), party["kind"].as_str().map(str::to_owned), party["country"].clone())
    };
    let some = |name: &str, kind: &str| (Some(name.to_owned()), Some(kind.to_owned()));
    let customer = party(0, "customers");
    assert_eq!((customer.0, customer.1), some("Lethos", "state"));
    assert_eq!(customer.2, "XL");
    let customer = party(1, "customers");
    assert_eq!((customer.0, customer.1), some("Lethian army", "military"));
    assert_eq!(customer.2, "XL");
    for contract in 0..2 {
        let supplier = party(contract, "suppliers");
        assert_eq!((supplier.0, supplier.1, supplier.2), (Some("Velmark".into()), Some("company".into()), Value::Null));
    }
    assert_eq!(document["contracts"][1]["items"][0]["text"], "Skylance");
    // Without them nobody knows.
    let document = folder.run("extract a.txt").is(0).json();
    assert!(
        document["contracts"]
            .as_array()
            .is_none_or(|contracts| contracts.iter().all(|c| c["customers"][0]["country"].is_null()))
    );
}

#[test]
fn a_bad_lexicon_is_told_with_its_line() {
    let folder =
        Folder::new().with("a.txt", "x").with("own.toml", "companies = []\n\n[aliases]\nLethos = \"Lethia\"\n");
    for command in
        ["extract --lexicon own.toml a.txt", "annotate --lexicon own.toml a.txt", "explain --lexicon own.toml x"]
    {
        let run = folder.run(command).is(2);
        assert_eq!(
            run.errors,
            "outlay: own.toml: line 4: [aliases] \"Lethos\": a state's two letters were expected, as \"PL\", and found \"Lethia\"\n"
        );
    }
    let run = folder.run("extract --lexicon none.toml a.txt").is(2);
    assert_eq!(run.errors, "outlay: none.toml: a lexicon that can be read was expected: no such file or directory\n");
}

#[test]
fn wrong_usage_exits_with_2() {
    let folder = Folder::new().with("a.txt", "a");
    for arguments in [
        "",
        "extrakt",
        "extract --formt json",
        "extract a.txt --published someday",
        "extract a.txt --published 2021/2022",
        "extract a.txt --format jsonl --pretty",
        "extract a.txt --pretty --compact",
        "extract - -",
        "extract a.txt --offsets bits",
        "completions tcl",
    ] {
        let run = folder.run(arguments).is(2);
        assert!(run.out.is_empty() && !run.errors.is_empty(), "{arguments}");
    }
    folder.run("--help").is(0);
    folder.run("extract --help").is(0);
    folder.run("--version").is(0);
}

#[test]
fn the_summary_is_one_line() {
    let folder = Folder::new().with("a.txt", "a").with("b.txt", "b");
    let run = folder.run("extract a.txt b.txt --summary --output out.jsonl").is(0);
    assert!(run.errors.starts_with("outlay: 2 documents, 0 figures, 0 contracts, 0 diagnostics, "), "{}", run.errors);
    assert_eq!(run.errors.lines().count(), 1);
    assert!(run.errors.ends_with(" MB/s\n") && run.out.is_empty());
}

#[test]
fn progress_is_shown_where_it_is_asked_for() {
    let folder = Folder::new().with("a.txt", "a");
    assert_eq!(folder.run("extract a.txt").is(0).errors, "");
    assert!(folder.run("extract a.txt --progress always").is(0).errors.contains("0 documents"));
}

#[test]
fn colour_follows_the_wish() {
    let folder = Folder::new().with("bad.txt", b"caf\xE9");
    assert!(!folder.run("annotate bad.txt").is(0).out.contains('\x1b'));
    assert!(folder.run("annotate bad.txt --color always").is(0).out.contains("\x1b["));
    let annotated = folder.run("annotate bad.txt").is(0).out;
    assert_eq!(folder.run("extract bad.txt --format annotated").is(0).out, annotated);
}

#[test]
fn escapes_of_the_text_do_not_reach_the_terminal() {
    let folder =
        Folder::new().with("evil.jsonl", "{\"id\":\"a\\u001b[2J\",\"text\":\"paid $5 million \\u001b[31m now\"}\n");
    for arguments in ["annotate evil.jsonl", "extract evil.jsonl"] {
        assert!(!folder.run(arguments).is(0).out.contains('\x1b'), "{arguments}");
    }
    let run: Run = folder.command("explain").arg("paid $5 million \x1b[31m now").output().unwrap().into();
    assert!(!run.is(0).out.contains('\x1b'));
}

#[test]
fn the_other_commands_write_what_they_say() {
    let folder = Folder::new();
    assert!(folder.run("schema").is(0).json()["properties"]["figures"].is_object());
    assert!(folder.run("man").is(0).out.contains(".SH \"OUTLAY EXTRACT\""));
    assert!(folder.run("completions bash").is(0).out.contains("outlay"));
    assert!(folder.run_with("explain", "Nothing here.\n").is(0).out.contains("  Nothing here.\n"));
    let told = folder.run_with("explain", "Sales rose from $2 billion to $3 billion.").is(0).out;
    let range = "range \"from $2 billion to $3 billion\", but the words before tell a movement; date no → f1\n";
    assert!(told.contains(&format!("  \"2\": amount \"$2 billion\" by amount.symbol_number; {range}")), "{told}");
    let told =
        folder.run_with("explain", "Kenya has a contract with Velmark AS and paid $5 million for 12 tanks.").is(0).out;
    assert!(told.contains("\"paid\" for role"), "{told}");
    let told = folder.run_with("explain", "Velmark Inc., Austin, Texas, is awarded a maximum $5,000,000 contract for tanks. Fiscal 2026 procurement (Army) funds in the amount of $1,000,000 are being obligated at time of award. The Army Contracting Command, Warren, Michigan, is the contracting activity (W56HZV-26-C-0001).").is(0).out;
    assert!(
        told.contains(
            "evidence: \"is awarded\" for status; \"is awarded\" for supplier; \"maximum\" for role; \"obligated\" for role\n"
        ),
        "{told}"
    );
    let told = folder.run_with("explain", "Kenya has a $5 million contract with Velmark AS for 12 tanks.").is(0).out;
    assert!(told.contains("status: signed, by no word of its own\n"), "{told}");
    let told = folder.run_with("explain", "It bought 12 tanks.").is(0).out;
    assert!(
        told.contains("  \"12\": amount \"12\", but no currency stands by it; range no; date no → nothing\n"),
        "{told}"
    );
    assert!(told.contains("  \"tanks\": a word of arms → "), "{told}");
}

#[test]
fn the_forms_of_standards_are_whole_for_any_number_of_threads() {
    let rows: Vec<_> = (0..2000)
        .map(|i| match i % 3 {
            0 => format!(
                "{{\"id\":\"{i}\",\"text\":\"Poland bought {i} tanks from Velmark Systems GmbH for €{i}.5 million.\"}}"
            ),
            _ => format!("{{\"id\":\"{i}\",\"text\":\"It cost ${i}. {}\"}}", "Nothing more is said. ".repeat(20)),
        })
        .collect();
    let folder = Folder::new().with("rows.jsonl", rows.join("\n")).with("none.txt", "Nothing.");
    for format in ["ocds", "ftm", "web-annotation", "label-studio"] {
        let run = |threads| {
            let run =
                folder.run(&format!("extract rows.jsonl --published 2025-05-21 --format {format} --threads {threads}"));
            assert_eq!(run.code, 0, "{}", run.errors);
            run.out
        };
        let out = run(1);
        assert_eq!(out, run(4));
        let none = folder.run(&format!("extract none.txt --format {format}"));
        assert_eq!(none.code, 0);
        match format {
            "ocds" => {
                let package: Value = serde_json::from_str(&out).unwrap();
                assert_eq!(package["releases"].as_array().unwrap().len(), 667);
                assert_eq!(package["publishedDate"], "2025-05-21T00:00:00Z");
                let none: Value = serde_json::from_str(&none.out).unwrap();
                assert_eq!(none["releases"], Value::Array(Vec::new()));
            }
            "label-studio" => {
                let tasks: Value = serde_json::from_str(&out).unwrap();
                assert_eq!(tasks.as_array().unwrap().len(), 2000);
            }
            _ => {
                assert!(out.lines().count() > 2000 && none.out.is_empty());
                out.lines().for_each(|line| drop(serde_json::from_str::<Value>(line).unwrap()));
            }
        }
    }
}

#[test]
fn standoff_annotations_are_of_one_document() {
    let folder = Folder::new().with("a.txt", "It cost $5.").with("b.txt", "It cost $6.");
    assert_eq!(folder.run("extract a.txt --format brat").out, "T1\tmoney 8 10\t$5\n#1\tAnnotatorNotes T1\tUSD 5\n");
    let several = folder.run("extract a.txt b.txt --format brat --output c.ann");
    assert_eq!((several.code, &*several.out), (2, ""));
    assert!(several.errors.contains("one document"), "{}", several.errors);
    assert_eq!(folder.names(), ["a.txt", "b.txt"]);
}
