//! Files of columns as they are made, replaced and broken off, and what other programs read in them.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use outlay::view::table::Table;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use tempfile::TempDir;

use super::{extract, names, python, read, run};

const DEAL: &str = "Poland signed a €5.4 billion ($6.1 billion) contract with Velmark Systems GmbH on May 9, 2024, for 24 Su-30SM fighter jets.";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    files.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
    folder
}

#[test]
fn a_folder_is_replaced_whole_and_others_are_left_alone() {
    let folder = folder(&[("a.txt", DEAL), ("b.txt", "paid $5 million")]);
    extract(folder.path(), "a.txt --format parquet --output facts");
    let mut want: Vec<_> = Table::ALL.iter().map(|table| format!("{table}.parquet")).collect();
    want.sort();
    assert_eq!(names(&folder.path().join("facts")), want);
    extract(folder.path(), "b.txt --format parquet --output facts/");
    let tables = read::parquet(&folder.path().join("facts"));
    assert_eq!(tables[&Table::Documents].len(), 1);
    assert_eq!(tables[&Table::Figures][0]["low"].as_deref(), Some("5000000"));
    assert!(tables[&Table::Contracts].is_empty());
    // An empty folder is nobody's; what is in another stays.
    fs::create_dir(folder.path().join("empty")).unwrap();
    extract(folder.path(), "a.txt --format parquet --output empty");
    fs::write(folder.path().join("empty/notes.txt"), "mine").unwrap();
    for (output, found) in [("empty", "notes.txt"), ("b.txt", "an input"), ("a.txt/in", "a file")] {
        let (code, _, errors) = run(folder.path(), &format!("extract a.txt b.txt --format parquet --output {output}"));
        assert!(code != 0 && errors.contains(found) || output == "a.txt/in" && code == 1, "{output}: {errors}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("empty/notes.txt")).unwrap(), "mine");
    assert_eq!(names(folder.path()), ["a.txt", "b.txt", "empty", "facts"]);
}

#[test]
fn amounts_that_are_finer_than_the_decimal_are_told_and_stay_as_text() {
    let text = "It costs $0.00000000015 a barrel, or $79,228,162,514,264,337,593,543,950,335, or -$0.000000001.";
    let folder = folder(&[("a.txt", text)]);
    let (code, _, errors) = run(folder.path(), "extract a.txt --format parquet --output facts");
    assert_eq!(code, 0);
    // The low and the high of one exact amount.
    assert_eq!(
        errors,
        "outlay: facts: 2 amounts are finer than a billionth: their decimals are null, their texts exact\n"
    );
    // The reader compares each decimal with its text.
    let lows: Vec<_> = read::parquet(&folder.path().join("facts"))[&Table::Figures]
        .iter()
        .map(|figure| figure["low"].clone().unwrap())
        .collect();
    assert_eq!(lows, ["0.00000000015", "79228162514264337593543950335", "-0.000000001"]);
}

#[cfg(unix)]
#[test]
fn a_run_that_is_stopped_leaves_the_old_folder_whole() {
    let folder = folder(&[("a.txt", DEAL)]);
    extract(folder.path(), "a.txt --format parquet --output facts");
    let figures = fs::read(folder.path().join("facts/figures.parquet")).unwrap();
    for (signal, left) in [("-INT", 2), ("-KILL", 3)] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_outlay"));
        command.args(["extract", "-", "--input", "jsonl", "--format", "parquet", "--output", "facts"]);
        let mut child = command.current_dir(folder.path()).stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(b"{\"text\":\"$5\"}\n").unwrap();
        while names(folder.path()).len() < 3 {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        child.wait().unwrap();
        assert_eq!(names(folder.path()).len(), left);
        assert_eq!(names(&folder.path().join("facts")).len(), Table::ALL.len());
        assert_eq!(fs::read(folder.path().join("facts/figures.parquet")).unwrap(), figures);
    }
}

#[test]
fn many_rows_are_many_groups_of_the_same_rows() {
    use outlay::Extractor;
    use outlay::view::parquet::Writer;
    use outlay::view::table::Lists;

    let document = Extractor::new().extract(DEAL);
    let mut file = Writer::new(Table::Evidence, Vec::new()).unwrap();
    let mut rows = 0;
    for round in 0..3000 {
        Table::Evidence.rows(&document, Lists::Apart, &mut |row| {
            file.put(row).unwrap();
            rows += 1;
        });
        if round % 1000 == 0 {
            assert!(file.held() > 0);
            file.flush().unwrap();
            assert_eq!(file.held(), 0);
        }
    }
    let bytes = file.finish().unwrap();
    let path = TempDir::new().unwrap();
    let path = path.path().join("evidence.parquet");
    fs::write(&path, bytes).unwrap();
    let reader = SerializedFileReader::new(fs::File::open(&path).unwrap()).unwrap();
    assert_eq!(reader.num_row_groups(), 4);
    assert_eq!(reader.get_row_iter(None).unwrap().map(|row| row.unwrap().len()).sum::<usize>(), rows * 9);
}

#[test]
fn arrow_and_duckdb_read_the_files() {
    let folder = folder(&[("a.txt", DEAL), ("b.txt", "kr5 million, or $0.00000000015 a barrel")]);
    run(folder.path(), "extract a.txt b.txt --format parquet --output facts");
    let program = "import glob, pyarrow.parquet as pq\n\
        print(len(glob.glob('facts/*.parquet')), sum(pq.read_table(f).num_rows > 0 for f in glob.glob('facts/*.parquet')))\n\
        print(pq.read_schema('facts/figures.parquet').field('low').type)\n\
        for row in pq.read_table('facts/figures.parquet', columns=['document', 'low', 'low_text', 'approximate']).to_pylist(): print(*row.values())";
    let want = "16 10\ndecimal128(38, 9)\na.txt 5400000000.000000000 5400000000 False\na.txt 6100000000.000000000 6100000000 False\n\
        b.txt 5000000.000000000 5000000 False\nb.txt None 0.00000000015 False\n";
    if let Some(said) = python(&["pyarrow"], program, folder.path()) {
        assert_eq!(said, want);
    }
    let program = "import duckdb\n\
        print(duckdb.sql(\"SELECT role, currency, sum(low) FROM 'facts/values.parquet' v JOIN 'facts/figures.parquet' f \
        ON f.document = v.document AND f.id = v.figure WHERE kind = 'exact' AND converts IS NULL GROUP BY 1, 2\").fetchall())";
    if let Some(said) = python(&["duckdb"], program, folder.path()) {
        assert_eq!(said, "[('award', 'EUR', Decimal('5400000000.000000000'))]\n");
    }
}
