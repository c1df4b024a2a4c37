use std::path::PathBuf;

use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use clap_complete::Shell;
use thongcao::{StampValue, Table};

/// Reads Vietnamese government news, as HTML or bare text of any age and encoding, into typed records.
#[derive(Debug, Parser)]
#[command(name = "thongcao", version, max_term_width = 100, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Turn pages and texts into records
    #[command(after_help = EXTRACT_EXAMPLES)]
    Extract(Extract),
    /// Turn bytes of any encoding into UTF-8 text in NFC
    #[command(after_help = DECODE_EXAMPLES)]
    Decode(Decode),
    /// Print the JSON Schema of the record
    #[command(after_help = "Examples:\n  thongcao schema > record.schema.json")]
    Schema,
    /// Print a completion script for a shell
    #[command(
        after_help = "Examples:\n  thongcao completions bash > ~/.local/share/bash-completion/completions/thongcao"
    )]
    Completions {
        /// The shell
        shell: Shell,
    },
}

const EXTRACT_EXAMPLES: &str = "\
Examples:
  thongcao extract page.html                            one record, readable on a terminal
  thongcao extract pages/ --output records.jsonl        every page of a folder, one record a line
  curl -s https://… | thongcao extract - --url https://…
  thongcao extract note.txt --published 2022-12-06      text without a publish time of its own
  thongcao extract page.html --format markdown
  thongcao extract pages/ --format csv --table results > results.csv

Exit status: 0, 1 if an input could not be read (it is named, the others go on), 2 for wrong usage.";

const DECODE_EXAMPLES: &str = "\
Examples:
  thongcao decode old-tcvn3-page.html > page.utf8.html
  thongcao decode --json old.txt                        {\"encoding\": \"tcvn3\", \"text\": \"…\"}";

#[derive(Debug, Args)]
pub(crate) struct Extract {
    /// Pages, texts or folders (read with all folders below them); `-` is standard input, and the default when something is piped in
    #[arg(value_name = "FILE|DIR|-")]
    pub(crate) inputs: Vec<PathBuf>,

    /// The form of the records
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,

    /// Which facts the rows of a CSV are
    #[arg(long, value_name = "NAME", value_parser = table(), required_if_eq("format", "csv"))]
    pub(crate) table: Option<Table>,

    /// What the inputs are
    #[arg(long, value_enum, default_value_t)]
    pub(crate) input_type: InputType,

    /// Which profile reads pages: `auto` (the page's marks choose), `generic` (none), the name of a built-in one, or a JSON file with one of your own
    #[arg(long, value_name = "auto|generic|NAME|FILE", default_value = "auto")]
    pub(crate) profile: String,

    /// Reference time where a page gives none: 2022-12-06 or 2022-12-06T14:32
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<StampValue>,

    /// The address of the page
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,

    /// The charset that the transport named
    #[arg(long, value_name = "NAME")]
    pub(crate) charset: Option<String>,

    /// Write here instead of standard output; the file appears when it is whole
    #[arg(long, short, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,

    /// How many inputs are read at once [default: all cores]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct Decode {
    /// The file; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(crate) input: PathBuf,

    /// Print one line `{"encoding": …, "text": …}`
    #[arg(long)]
    pub(crate) json: bool,

    /// The charset that the transport named
    #[arg(long, value_name = "NAME")]
    pub(crate) charset: Option<String>,
}

/// The form of the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// JSON: indented for one input on a terminal, else one record a line
    #[default]
    Json,
    /// JSON, one record a line
    Jsonl,
    /// The article as Markdown
    Markdown,
    /// The article's text
    Text,
    /// A row a fact of the kind that `--table` names, each with its article's id, address and publish time
    Csv,
}

/// The tables that `--table` can name.
fn table() -> impl TypedValueParser<Value = Table> {
    PossibleValuesParser::new(Table::ALL.map(Table::name))
        .map(|name| Table::ALL.into_iter().find(|table| table.name() == name).expect("a possible value"))
}

/// What the inputs are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputType {
    /// Told from the bytes
    #[default]
    Auto,
    /// HTML pages
    Html,
    /// Bare text
    Text,
}
