//! The program: `outlay extract`, `annotate`, `explain`, `schema`, `completions`, `man`.

fn main() {}
