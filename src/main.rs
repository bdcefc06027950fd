//! The program: `outlay extract`, `annotate`, `report`, `explain`, `schema`, `completions`, `man`.

fn main() -> std::process::ExitCode {
    outlay::cli::run(std::env::args_os()).into()
}
