//! What a web server wants besides the files: the same under a version, each compressed beforehand, and their hashes.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use serde_json::json;
use sha2::{Digest, Sha384};

use crate::compress;
use crate::package::form::{Files, FormInputs, VERSION};

/// What a server compresses. Archives and pictures are small already.
const TEXT: [&str; 5] = ["js", "css", "html", "json", "svg"];

/// Adds, for each file that lies in no folder: a copy in the folder of this version, which a browser may keep for ever,
/// and both compressed; and `integrity.json`.
pub(crate) fn make(_: &FormInputs, files: &mut Files) -> Result<()> {
    let plain: Files =
        files.iter().filter(|(path, _)| !path.contains('/')).map(|(p, b)| (p.clone(), b.clone())).collect();
    let hashes: serde_json::Map<_, _> =
        plain.iter().map(|(path, bytes)| (path.clone(), integrity(bytes).into())).collect();
    let list = serde_json::to_string_pretty(&json!({ "version": VERSION, "files": hashes }))? + "\n";
    files.insert("integrity.json".to_owned(), list.into_bytes());
    for (path, bytes) in plain {
        let is_text = path.rsplit_once('.').is_some_and(|(_, extension)| TEXT.contains(&extension));
        let mut all = vec![(path.clone(), bytes.clone())];
        if is_text {
            all.push((format!("{path}.gz"), compress::gzip(&bytes, Compression::best())?));
            all.push((format!("{path}.br"), compress::brotli(&bytes)?));
        }
        for (path, bytes) in all {
            files.insert(format!("{VERSION}/{path}"), bytes.clone());
            files.insert(path, bytes);
        }
    }
    Ok(())
}

/// What a page may put in the attribute `integrity`.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::integrity;

    #[test]
    fn a_hash_is_as_a_page_writes_it() {
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), empty);
    }
}
