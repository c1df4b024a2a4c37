use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use walkdir::WalkDir;

/// What files a folder is searched for; a file that is named itself is read whatever its name.
const EXTENSIONS: &[&str] = &["html", "htm", "xhtml", "shtml", "asp", "aspx", "php", "jsp", "txt", "text"];

/// One input: a file or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source(PathBuf);

impl Source {
    /// The file at `path`; `-` is standard input.
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Its name in the record and in messages.
    pub(crate) fn name(&self) -> String {
        self.0.display().to_string()
    }

    /// Its bytes, at most one more than `limit`: the extractor cuts what is longer and says so.
    pub(crate) fn read(&self, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        if self.0.as_os_str() == "-" {
            io::stdin().lock().take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        } else {
            let file = File::open(&self.0)?;
            if file.metadata()?.is_dir() {
                return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder; give a file"));
            }
            file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    }
}

/// The files that `paths` stand for, folders searched in the order of names, and a message for each place that cannot be searched.
pub(crate) fn expand(paths: &[PathBuf]) -> (Vec<Source>, Vec<String>) {
    let (mut sources, mut complaints) = (Vec::new(), Vec::new());
    for path in paths {
        if path.as_os_str() == "-" || !path.is_dir() {
            sources.push(Source(path.clone()));
            continue;
        }
        let before = sources.len();
        for entry in WalkDir::new(path).sort_by_file_name().follow_links(true) {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_page(entry.path()) => {
                    sources.push(Source(entry.into_path()));
                }
                Ok(_) => {}
                Err(error) => complaints.push(format!("cannot search {}: {error}", path.display())),
            }
        }
        if sources.len() == before {
            complaints.push(format!(
                "{}: no pages in this folder (files that end in {}); name other files one by one",
                path.display(),
                EXTENSIONS.join(", ")
            ));
        }
    }
    (sources, complaints)
}

fn is_page(path: &Path) -> bool {
    let Some(extension) = path.extension() else { return false };
    EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
}
