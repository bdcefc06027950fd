//! temporary
use std::io::{BufRead, Write};
fn main() {
    let path = std::env::args().last().unwrap();
    let f = std::io::BufReader::new(std::fs::File::open(path).unwrap());
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    let ex = outlay::Extractor::new();
    for line in f.lines() {
        let line = line.unwrap();
        let row: serde_json::Value = serde_json::from_str(&line).unwrap();
        let text = row["text"].as_str().unwrap();
        let mut d = ex.extract(text);
        let c = outlay::span::Counter::new(text, outlay::span::Offsets::Chars);
        for f in &mut d.figures { f.start = c.count(f.start); f.end = c.count(f.end); }
        for f in &mut d.dates { f.start = c.count(f.start); f.end = c.count(f.end); }
        d.id = row["id"].as_str().unwrap().to_owned().into();
        serde_json::to_writer(&mut out, &d).unwrap();
        out.write_all(b"\n").unwrap();
    }
}
