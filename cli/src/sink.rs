use std::{
    fs::{self, File},
    io::{self, BufWriter, StdoutLock, Write},
    path::{Path, PathBuf},
};

/// Where records go: standard output, or a file that appears under its name when it is whole.
pub(crate) enum Sink {
    /// Standard output.
    Stdout(BufWriter<StdoutLock<'static>>),
    /// A file, written beside its final place.
    File { file: BufWriter<File>, part: PathBuf, path: PathBuf },
}

impl Sink {
    /// Opens standard output, or `path`.
    pub(crate) fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else { return Ok(Self::Stdout(BufWriter::new(io::stdout().lock()))) };
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let file = File::create(&part).map_err(|error| about(&part, "write", error))?;
        Ok(Self::File { file: BufWriter::new(file), part, path: path.to_owned() })
    }

    /// Writes one record.
    pub(crate) fn put(&mut self, record: &[u8]) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.write_all(record),
            Self::File { file, part, .. } => file.write_all(record).map_err(|error| about(part, "write", error)),
        }
    }

    /// Sees to it that all is written, and gives a file its name.
    pub(crate) fn close(self) -> io::Result<()> {
        match self {
            Self::Stdout(mut out) => out.flush(),
            Self::File { file, part, path } => {
                file.into_inner()
                    .map_err(io::IntoInnerError::into_error)
                    .and_then(|file| file.sync_all())
                    .map_err(|error| about(&part, "write", error))?;
                fs::rename(&part, &path).map_err(|error| about(&path, "write", error))
            }
        }
    }
}

/// The same error with the file's name and what was tried.
pub(crate) fn about(path: &Path, tried: &str, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("cannot {tried} {}: {error}", path.display()))
}
