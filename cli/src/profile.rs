use std::{fs, io, path::Path};

use thongcao::{Profile, ProfileChoice};

use crate::sink::about;

/// The profile that `--profile` asks for: `auto`, `generic`, the name of a built-in one, or a JSON file.
pub(crate) fn choose(asked: &str) -> io::Result<ProfileChoice> {
    match asked {
        "auto" => return Ok(ProfileChoice::Auto),
        "generic" => return Ok(ProfileChoice::Generic),
        _ => {}
    }
    if let Some(profile) = Profile::named(asked) {
        return Ok(profile.into());
    }
    let path = Path::new(asked);
    let text = fs::read_to_string(path).map_err(|error| {
        let names: Vec<_> = Profile::names().collect();
        let message =
            format!("{asked:?} is neither a profile ({}) nor a file that can be read: {error}", names.join(", "));
        io::Error::new(error.kind(), message)
    })?;
    let profile: Profile =
        serde_json::from_str(&text).map_err(|error| about(path, "read the profile", error.into()))?;
    Ok(profile.into())
}
