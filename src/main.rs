//! The program: `outlay extract`, `annotate`, `report`, `explain`, `schema`, `completions`, `man`.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
