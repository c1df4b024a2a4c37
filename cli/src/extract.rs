use std::io::{self, IsTerminal};

use clap::{CommandFactory, error::ErrorKind};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use thongcao::{Extractor, Input};

use crate::{
    Outcome,
    arguments::{Arguments, Extract, Format, InputType},
    complain,
    format::Writer,
    inputs::{Source, expand},
    profile,
    sink::Sink,
};

/// How many inputs a thread reads before what is ready is written: bounds memory, keeps order.
const BATCH: usize = 32;

/// `thongcao extract`: one record an input, in input order.
pub(crate) fn run(arguments: &Extract) -> io::Result<Outcome> {
    let mut paths = arguments.inputs.clone();
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            let message = "nothing to read: name files or folders, or pipe a page in";
            Arguments::command().error(ErrorKind::MissingRequiredArgument, message).exit();
        }
        paths.push("-".into());
    }
    if arguments.table.is_some() && arguments.format != Format::Csv {
        let message = "--table names the rows of a CSV: add --format csv";
        Arguments::command().error(ErrorKind::ArgumentConflict, message).exit();
    }
    let (sources, complaints) = expand(&paths);
    let mut outcome = if complaints.is_empty() { Outcome::Whole } else { Outcome::WithGaps };
    for complaint in &complaints {
        complain(complaint);
    }

    let extractor = Extractor::builder().profile(profile::choose(&arguments.profile)?).build();
    let job = Job { arguments, extractor, writer: writer(arguments, sources.len()) };
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(arguments.jobs.map_or(0, usize::from))
        .build()
        .map_err(io::Error::other)?;
    let mut sink = Sink::open(arguments.output.as_deref())?;
    sink.put(&job.writer.header()?)?;
    let bar = progress(sources.len());
    for batch in sources.chunks(BATCH * pool.current_num_threads()) {
        let records: Vec<_> = pool.install(|| {
            let read = |source: &Source| {
                let record = job.record(source);
                bar.inc(1);
                record
            };
            batch.par_iter().map(read).collect()
        });
        bar.suspend(|| {
            for (source, record) in batch.iter().zip(records) {
                match record {
                    Ok(record) => sink.put(&record)?,
                    Err(error) => {
                        complain(&format!("cannot read {}: {error}", source.name()));
                        outcome = Outcome::WithGaps;
                    }
                }
            }
            Ok::<_, io::Error>(())
        })?;
    }
    bar.finish_and_clear();
    sink.close()?;
    Ok(outcome)
}

fn writer(arguments: &Extract, inputs: usize) -> Writer {
    let on_terminal = arguments.output.is_none() && io::stdout().is_terminal();
    Writer {
        format: arguments.format,
        pretty: arguments.format == Format::Json && inputs == 1 && on_terminal,
        several: inputs > 1,
        table: arguments.table,
    }
}

/// A bar on stderr where it is a terminal and there is more than one input.
fn progress(inputs: usize) -> ProgressBar {
    if inputs < 2 || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {per_sec}, {eta} left");
    ProgressBar::new(inputs as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// What every input is read with.
struct Job<'a> {
    arguments: &'a Extract,
    extractor: Extractor,
    writer: Writer,
}

impl Job<'_> {
    /// The record of `source`, written out.
    fn record(&self, source: &Source) -> io::Result<Vec<u8>> {
        let bytes = source.read(self.extractor.max_bytes() as u64)?;
        let mut input = match self.arguments.input_type {
            InputType::Auto => Input::auto(&bytes),
            InputType::Html => Input::html(&bytes),
            InputType::Text => Input::text(&bytes),
        };
        if let Some(charset) = &self.arguments.charset {
            input = input.charset(charset);
        }
        if let Some(url) = &self.arguments.url {
            input = input.url(url);
        }
        if let Some(published) = self.arguments.published {
            input = input.published(published);
        }
        let mut article = self.extractor.extract(input);
        article.source.input = Some(source.name());
        self.writer.write(&article)
    }
}
