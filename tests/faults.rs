//! What goes wrong around the program: folders that nobody may write to, files that end too soon, signals, terminals.
#![cfg(all(feature = "cli", unix))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_outlay");

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

/// The program in a folder, as nobody where the tests are run by root, whom no permission stops.
fn nobody(folder: &Path, arguments: &[&str]) -> Option<Output> {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    let mut command = if root {
        let mut command = Command::new("setpriv");
        // The program lies where nobody may look, too.
        let own = folder.join(".outlay");
        fs::copy(PROGRAM, &own).unwrap();
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(own);
        command
    } else {
        Command::new(PROGRAM)
    };
    let output = command.args(arguments).current_dir(folder).stdin(Stdio::null()).output().ok();
    if output.is_none() {
        let _ = writeln!(std::io::stderr(), "tests/faults.rs: root without setpriv: permissions were not tested");
    }
    output
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    told(&Command::new(PROGRAM).args(arguments).current_dir(folder).stdin(Stdio::null()).output().unwrap())
}

fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_folder_that_cannot_be_written_to() {
    let folder = folder(&[("a.txt", "paid $5 million")]);
    fs::create_dir(folder.path().join("shut")).unwrap();
    fs::set_permissions(folder.path().join("shut"), fs::Permissions::from_mode(0o555)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    if let Some(output) = nobody(folder.path(), &["extract", "a.txt", "--output", "shut/out.json"]) {
        let (code, out, errors) = told(&output);
        assert_eq!((code, out.as_str()), (1, ""));
        assert_eq!(errors, "outlay: shut/out.json: a place to write to was expected: permission denied\n");
        assert!(names(&folder.path().join("shut")).is_empty());
    }
}

#[test]
fn files_and_folders_that_cannot_be_read_do_not_stop_the_others() {
    let folder = folder(&[("a.txt", "a"), ("b.txt", "b"), ("c.jsonl", "{\"id\":\"row\",\"text\":\"\"}\n")]);
    fs::create_dir(folder.path().join("shut")).unwrap();
    for (name, mode) in [("a.txt", 0o000), ("b.txt", 0o444), ("c.jsonl", 0o444), ("shut", 0o000), ("", 0o755)] {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
    }
    if let Some(output) = nobody(folder.path(), &["extract", "."]) {
        let (code, out, errors) = told(&output);
        assert_eq!(code, 1, "{errors}");
        assert_eq!(out.lines().count(), 2, "{out}");
        assert_eq!(errors.lines().count(), 2, "{errors}");
        assert!(errors.lines().all(|line| line.contains("permission denied")), "{errors}");
    }
    fs::set_permissions(folder.path().join("shut"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn an_input_is_never_replaced_under_another_name() {
    let folder = folder(&[("a.txt", "paid $5 million")]);
    symlink("a.txt", folder.path().join("link.txt")).unwrap();
    fs::hard_link(folder.path().join("a.txt"), folder.path().join("same.txt")).unwrap();
    for (input, output) in [("a.txt", "link.txt"), ("link.txt", "a.txt"), ("a.txt", "./a.txt"), ("a.txt", "same.txt")] {
        let (code, _, errors) = run(folder.path(), &["extract", input, "--output", output]);
        assert_eq!(code, 2, "{input} to {output}");
        assert!(errors.contains("is an input"), "{errors}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("a.txt")).unwrap(), "paid $5 million");
}

#[test]
fn links_that_lead_in_a_circle_are_told() {
    let folder = folder(&[("a.txt", "a")]);
    symlink("loop.txt", folder.path().join("loop.txt")).unwrap();
    symlink("missing.txt", folder.path().join("lost.txt")).unwrap();
    let (code, out, errors) = run(folder.path(), &["extract", "loop.txt", "lost.txt", "a.txt"]);
    assert_eq!((code, out.lines().count(), errors.lines().count()), (1, 1, 2), "{errors}");
    assert!(errors.contains("loop.txt: a file or folder was expected: too many levels"), "{errors}");
    // In a folder they are not followed.
    let (code, out, errors) = run(folder.path(), &["extract", "."]);
    assert_eq!((code, out.lines().count(), errors.as_str()), (0, 1, ""));
}

#[test]
fn devices_and_pipes_are_read_and_written() {
    let folder = folder(&[("a.txt", "paid $5 million")]);
    let (code, out, _) = run(folder.path(), &["extract", "/dev/null"]);
    assert!(code == 0 && out.contains("\"figures\":[]"), "{out}");
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let read = thread::scope(|scope| {
        let reader = scope.spawn(|| fs::read_to_string(&pipe).unwrap());
        assert_eq!(run(folder.path(), &["extract", "a.txt", "--output", "pipe"]).0, 0);
        reader.join().unwrap()
    });
    assert!(read.contains("$5 million"));
    // It is a pipe still, and nothing lies beside it.
    assert_eq!(names(folder.path()), ["a.txt", "pipe"]);
}

#[test]
fn rows_that_end_too_soon_are_told_and_the_others_read() {
    let folder = folder(&[("cut.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"te")]);
    fs::write(folder.path().join("odd.jsonl"), b"\xFF\xFE{\0\"\0t").unwrap();
    let (code, out, errors) = run(folder.path(), &["extract", "cut.jsonl"]);
    assert_eq!((code, out.lines().count()), (1, 1));
    assert!(errors.starts_with("outlay: cut.jsonl: row 2: a row"), "{errors}");
    assert_eq!(run(folder.path(), &["extract", "odd.jsonl"]).0, 1);
}

/// A file that grows shorter, and one that grows, while it is read: what is there is read, and nothing hangs.
#[test]
fn files_that_change_while_they_are_read() {
    let folder = folder(&[]);
    let path = folder.path().join("rows.jsonl");
    let row = format!("{{\"text\":\"{}\"}}\n", "paid $5 million ".repeat(20));
    fs::write(&path, row.repeat(4_000)).unwrap();
    let child = Command::new(PROGRAM)
        .args(["extract", "rows.jsonl", "--output", "out.jsonl", "--threads", "1"])
        .current_dir(folder.path())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    for length in [900_000, 400_001, 10] {
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(length).unwrap();
        thread::sleep(Duration::from_millis(20));
    }
    let (code, _, errors) = told(&child.wait_with_output().unwrap());
    assert!(code == 0 || code == 1 && errors.lines().count() == 1, "{code} {errors}");
    for line in fs::read_to_string(folder.path().join("out.jsonl")).unwrap().lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
}

#[test]
fn each_signal_that_ends_a_run_leaves_nothing() {
    for signal in ["-INT", "-TERM", "-HUP"] {
        let folder = folder(&[("old.jsonl", "old")]);
        let mut child = Command::new(PROGRAM)
            .args(["extract", "-", "--input", "jsonl", "--output", "old.jsonl"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(b"{\"text\":\"a\"}\n").unwrap();
        while names(folder.path()).len() < 2 {
            thread::sleep(Duration::from_millis(5));
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        assert_eq!(child.wait().unwrap().code(), Some(130), "{signal}");
        assert_eq!(names(folder.path()), ["old.jsonl"]);
        assert_eq!(fs::read_to_string(folder.path().join("old.jsonl")).unwrap(), "old");
    }
}

#[test]
fn five_thousand_small_files() {
    let folder = folder(&[]);
    for i in 0..5_000 {
        fs::write(folder.path().join(format!("{i:04}.txt")), format!("paid ${i} million")).unwrap();
    }
    // Far fewer may be open at once.
    let output = Command::new("sh")
        .args(["-c", &format!("ulimit -n 64; exec {PROGRAM} extract . --threads 8")])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let (code, out, errors) = told(&output);
    assert_eq!((code, errors.as_str()), (0, ""));
    assert_eq!(out.lines().count(), 5_000);
    for (i, line) in out.lines().enumerate() {
        assert!(
            line.contains(&format!("\"id\":\"./{i:04}.txt\"")) || line.contains(&format!("\"id\":\"{i:04}.txt\"")),
            "{line}"
        );
    }
    for threads in ["1", "2"] {
        assert!(run(folder.path(), &["extract", ".", "--threads", threads]).1 == out, "{threads}");
    }
}

/// A row of 100 MB, most of it under a key that nobody reads, between two small ones.
#[test]
fn a_row_of_a_hundred_megabytes() {
    let folder = folder(&[]);
    let mut file = fs::File::create(folder.path().join("rows.jsonl")).unwrap();
    file.write_all(b"{\"id\":\"a\",\"text\":\"paid $5 million\"}\n{\"id\":\"b\",\"more\":\"").unwrap();
    let much = "x".repeat(1_000_000);
    for _ in 0..100 {
        file.write_all(much.as_bytes()).unwrap();
    }
    file.write_all(b"\",\"text\":\"paid $6 million\"}\n{\"id\":\"c\",\"text\":\"paid $7 million\"}\n").unwrap();
    let (code, out, errors) = run(folder.path(), &["extract", "rows.jsonl"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    assert_eq!(out.lines().count(), 3);
    for (line, money) in out.lines().zip(["5000000", "6000000", "7000000"]) {
        assert!(line.contains(money), "{line}");
    }
}

#[test]
fn a_wrong_label_of_an_encoding_is_no_reason_to_stop() {
    let folder = folder(&[("a.txt", "paid $5 million, café")]);
    fs::write(folder.path().join("k.html"), b"<meta charset=klingon><p>paid $5 million \xE9").unwrap();
    // Bytes that are no such text are told, and what decodes is read.
    for (label, codes) in [("utf-16le", [0]), ("utf-16be", [0]), ("gbk", [0]), ("shift_jis", [0]), ("utf-8", [0])] {
        let (code, out, _) = run(folder.path(), &["extract", "a.txt", "--encoding", label]);
        assert!(codes.contains(&code), "{label}: {code}");
        serde_json::from_str::<serde_json::Value>(&out).unwrap();
    }
    let (code, out, errors) = run(folder.path(), &["extract", "k.html"]);
    assert!(code == 0 && out.contains("$5 million") && errors.contains("k.html"), "{out}{errors}");
}

/// What a terminal would obey, in a name of a file, an id and a text.
const EVIL: &str = "\u{1b}[2J\u{9b}31m\u{7}\u{7f}";

#[test]
fn no_control_character_reaches_a_message() {
    let folder = folder(&[]);
    let name = format!("a{EVIL}.jsonl");
    fs::write(folder.path().join(&name), format!("{EVIL}\n{{\"id\":\"x\",\"text\":\"\",\"published\":\"{EVIL}\"}}\n"))
        .unwrap();
    let (code, _, errors) = run(folder.path(), &["extract", &name, &format!("missing{EVIL}")]);
    assert_eq!((code, errors.lines().count()), (1, 3), "{errors}");
    assert!(!errors.contains(|c: char| c.is_control() && c != '\n'), "{errors:?}");
    for arguments in
        [&["extract", "--published", EVIL][..], &["extract", "--encoding", EVIL, "x"], &["extract", EVIL, EVIL]]
    {
        let (_, _, errors) = run(folder.path(), arguments);
        assert!(!errors.contains(|c: char| c.is_control() && c != '\n'), "{errors:?}");
    }
}

/// On a terminal, which `script` plays.
#[test]
fn no_control_character_of_a_text_reaches_a_terminal() {
    let text = format!("Poland signed a $5 million contract {EVIL} with Lockheed Martin for 12 F-16 jets.");
    let folder = folder(&[("a.txt", &text)]);
    let row = serde_json::json!({ "id": EVIL, "text": text }).to_string();
    fs::write(folder.path().join("rows.jsonl"), row + "\n").unwrap();
    for arguments in [
        "extract a.txt",
        "extract a.txt --with-text --compact",
        "annotate --color never rows.jsonl a.txt",
        "extract rows.jsonl a.txt",
        "extract rows.jsonl --format csv --table contracts",
    ] {
        let command = format!("{PROGRAM} {arguments}");
        let Ok(output) = Command::new("script")
            .args(["-qec", &command, "/dev/null"])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .output()
        else {
            let _ = writeln!(std::io::stderr(), "tests/faults.rs: without script there is no terminal: not tested");
            return;
        };
        let shown = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(shown.contains("Lockheed Martin") && output.status.success(), "{shown:?}");
        let plain: String = shown.chars().filter(|c| !matches!(c, '\n' | '\r')).collect();
        let found: Vec<char> = plain.chars().filter(|c| c.is_control()).collect();
        // Figures and keys may be coloured by nobody here.
        assert!(found.is_empty(), "{arguments}: {found:?} in {shown:?}");
    }
}

#[test]
fn cells_of_a_table_begin_no_formula() {
    let folder = folder(&[]);
    let mut rows = String::new();
    for lead in ["=cmd|x", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"] {
        let text = format!("{lead} paid -$5 million in 2021 to Velmark Inc. for 12 tanks.");
        let _ = writeln!(rows, "{}", serde_json::json!({ "id": lead, "text": text }));
    }
    fs::write(folder.path().join("rows.jsonl"), rows).unwrap();
    for table in ["figures", "dates", "contracts"] {
        let (code, out, _) = run(folder.path(), &["extract", "rows.jsonl", "--format", "csv", "--table", table]);
        assert_eq!(code, 0);
        for row in out.split_terminator("\r\n").skip(1) {
            let cell = row.trim_start_matches('"');
            assert!(!cell.starts_with(['=', '+', '@', '\t', '\r']), "{row:?}");
            assert!(
                !cell.starts_with('-') || cell[1..].starts_with(|c: char| c.is_ascii_digit() || c == ','),
                "{row:?}"
            );
        }
    }
}
