//! Hashes, and identifiers made from them.

use super::arguments::{ANY, Signature, TEXT};
use super::files::bytes;
use super::{Arguments, FunctionError, Value};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("md5", &[TEXT], |args| args.string(hex(&Md5::digest(args.text(0)?)))),
    Signature::new("sha1", &[TEXT], |args| args.string(hex(&Sha1::digest(args.text(0)?)))),
    Signature::new("sha256", &[TEXT], |args| args.string(hex(&Sha256::digest(args.text(0)?)))),
    Signature::new("sha512", &[TEXT], |args| args.string(hex(&Sha512::digest(args.text(0)?)))),
    Signature::new("base64sha256", &[TEXT], |args| {
        args.string(STANDARD.encode(Sha256::digest(args.text(0)?)))
    }),
    Signature::new("base64sha512", &[TEXT], |args| {
        args.string(STANDARD.encode(Sha512::digest(args.text(0)?)))
    }),
    Signature::new("filemd5", &[TEXT], |args| of_file(args, |bytes| hex(&Md5::digest(bytes)))),
    Signature::new("filesha1", &[TEXT], |args| of_file(args, |bytes| hex(&Sha1::digest(bytes)))),
    Signature::new("filesha256", &[TEXT], |args| of_file(args, |bytes| hex(&Sha256::digest(bytes)))),
    Signature::new("filesha512", &[TEXT], |args| of_file(args, |bytes| hex(&Sha512::digest(bytes)))),
    Signature::new("filebase64sha256", &[TEXT], |args| {
        of_file(args, |bytes| STANDARD.encode(Sha256::digest(bytes)))
    }),
    Signature::new("filebase64sha512", &[TEXT], |args| {
        of_file(args, |bytes| STANDARD.encode(Sha512::digest(bytes)))
    }),
    Signature::new("uuidv5", &[TEXT, TEXT], uuidv5),
    // What these give differs from run to run, or needs a key.
    Signature::new("uuid", &[], |args| Ok(args.unknown())),
    Signature::new("bcrypt", &[TEXT], |args| Ok(args.unknown())).rest(ANY),
    Signature::new("rsadecrypt", &[TEXT, TEXT], rsadecrypt),
];

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn of_file(args: &Arguments<'_>, hash: fn(&[u8]) -> String) -> Result<Value, FunctionError> {
    args.string(hash(&bytes(args)?))
}

fn uuidv5(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    // The name spaces of RFC 9562, which differ in their first group only.
    let space = match args.text(0)? {
        "dns" => "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        "url" => "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
        "oid" => "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
        "x500" => "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
        other => {
            let other = other.strip_prefix("urn:uuid:").unwrap_or(other);
            other.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or(other)
        }
    };
    let digits: String = space.chars().filter(|char| *char != '-').collect();
    let dashes: Vec<usize> = space.match_indices('-').map(|(at, _)| at).collect();
    let well_formed = match space.len() {
        32 => dashes.is_empty() && args.text(0)? == space,
        length => length == 36 && dashes == [8, 13, 18, 23],
    };
    let number = u128::from_str_radix(&digits, 16).ok().filter(|_| well_formed);
    let number = number.ok_or_else(|| FunctionError::at(0, "dns, url, oid, x500 or a UUID is required"))?;
    let hash = Sha1::new().chain_update(number.to_be_bytes()).chain_update(args.text(1)?).finalize();
    let bytes = hash.iter().take(16).fold(0u128, |number, byte| (number << 8) | u128::from(*byte));
    // Version 5, variant 1.
    let id = (bytes & !(0xf << 76) & !(0x3 << 62)) | (0x5 << 76) | (0x2 << 62);
    let text = format!("{id:032x}");
    let groups = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)];
    let groups: Vec<&str> = groups.iter().filter_map(|(start, end)| text.get(*start..*end)).collect();
    args.string(groups.join("-"))
}

fn rsadecrypt(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    if STANDARD.decode(args.text(0)?).is_err() {
        return Err(FunctionError::at(0, "the text is not base64"));
    }
    if !args.text(1)?.contains("PRIVATE KEY-----") {
        return Err(FunctionError::at(1, "the text is not a private key"));
    }
    Ok(args.unknown())
}
