//! The `thongcao` program: Vietnamese government news into typed records.

mod arguments;
mod csv_lines;
mod decode;
mod extract;
mod format;
mod inputs;
mod markdown;
mod profile;
mod sink;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use arguments::{Arguments, Command};
use clap::{CommandFactory, Parser};

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Decode(arguments) => decode::run(&arguments),
        Command::Schema => print(|out| {
            serde_json::to_writer_pretty(&mut *out, &thongcao::schema())?;
            writeln!(out)
        }),
        Command::Completions { shell } => print(|out| {
            clap_complete::generate(shell, &mut Arguments::command(), "thongcao", out);
            Ok(())
        }),
    };
    match outcome {
        Ok(Outcome::Whole) => ExitCode::SUCCESS,
        Ok(Outcome::WithGaps) => ExitCode::FAILURE,
        // Whoever read our output has seen enough (`| head`): that is no error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Every input was read.
    Whole,
    /// Some input could not be read; each was named on stderr.
    WithGaps,
}

/// Says what went wrong on stderr. A stderr that is gone is not worth another error.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "thongcao: {message}");
}

/// Writes to stdout all at once, so that errors are seen here and not at exit.
fn print(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<Outcome> {
    let mut out = Vec::new();
    write(&mut out)?;
    let mut stdout = io::stdout().lock();
    stdout.write_all(&out)?;
    stdout.flush()?;
    Ok(Outcome::Whole)
}
