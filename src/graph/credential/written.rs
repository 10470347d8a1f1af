//! Credentials told by their text alone.

use super::Class;
use super::words::{names_a_credential, names_a_secret};
use std::ops::Range;

/// Beginnings of issued credentials, the shortest length of the whole, and whether nothing else begins so.
pub const ISSUED: &[(&str, usize, bool)] = &[
    ("AKIA", 20, false),
    ("ASIA", 20, false),
    ("AIza", 39, true),
    ("eyJ", 40, false),
    ("ghp_", 30, true),
    ("gho_", 30, true),
    ("ghu_", 30, true),
    ("ghs_", 30, true),
    ("ghr_", 30, true),
    ("github_pat_", 30, true),
    ("glpat-", 20, true),
    ("npm_", 36, true),
    ("pypi-", 40, true),
    ("sk_live_", 20, true),
    ("rk_live_", 20, true),
    ("xoxa-", 20, true),
    ("xoxb-", 20, true),
    ("xoxp-", 20, true),
    ("xoxr-", 20, true),
    ("xoxs-", 20, true),
    ("dop_v1_", 40, true),
    ("hvs.", 24, true),
];

/// Texts longer than this are searched up to here: user data is 16 kB at most, objects may be anything.
const MAX_TEXT: usize = 256 * 1024;

/// Bytes of a private key that are looked at to tell it.
const BEGINNING: usize = 512;

/// The bytes of an issued credential. Others end it.
pub fn is_part(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '+' | '/' | '=' | '.')
}

/// A credential in a text, by its form: what it is, in words. Ordered by place.
pub(super) fn issued(text: &str) -> Option<(&'static str, Class)> {
    let text = within(text);
    if holds_private_key(text) {
        return Some(("a private key", Class::PrivateKey));
    }
    let words = || text.split(|character| !is_part(character)).filter(|word| word.len() >= 16);
    let token = words().any(|word| {
        let word = set_to(word);
        ISSUED.iter().any(|(prefix, least, sure)| {
            *sure && word.len() >= *least && word.starts_with(prefix) && is_mixed(word)
        })
    });
    if token {
        return Some(("an issued token", Class::Token));
    }
    if !passwords_in_addresses(text).is_empty() {
        return Some(("an address with a password in it", Class::Password));
    }
    None
}

/// Whether a private key stands in a text, be it after a certificate or the parameters of its curve.
fn holds_private_key(text: &str) -> bool {
    const HEADER_END: &str = "PRIVATE KEY-----";
    text.match_indices(HEADER_END).any(|(at, _)| {
        let before = text.as_bytes().get(at.saturating_sub(48)..at).unwrap_or_default();
        let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let begins_here = line.windows(11).any(|word| word == b"-----BEGIN ");
        let body = text.get(at + HEADER_END.len()..).unwrap_or_default();
        let letters = body.trim_start().chars().take(16).filter(char::is_ascii_alphanumeric).count();
        begins_here && letters >= 12
    })
}

/// Whether a text is a key of a kind that web pages show to everybody where it is meant for them: a map's.
pub(super) fn may_be_for_browsers(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("AIza") && text.chars().all(is_part)
}

/// The passwords of users in the addresses of a text: `postgres://app:here@db`.
pub fn passwords_in_addresses(text: &str) -> Vec<Range<usize>> {
    text.match_indices("://").filter_map(|(at, _)| password(text, at)).collect()
}

/// The password in an address whose `://` stands at a byte.
fn password(text: &str, at: usize) -> Option<Range<usize>> {
    let scheme = text.get(..at)?.chars().next_back()?;
    let start = at + 3;
    let rest = text.get(start..)?;
    let ends = |letter: char| {
        letter.is_whitespace() || matches!(letter, '/' | '"' | '\'' | '?' | '#' | '<' | ',' | '\\')
    };
    let authority = rest.get(..rest.find(ends).unwrap_or(rest.len()))?;
    let (user, _) = authority.rsplit_once('@')?;
    let (name, password) = user.split_once(':')?;
    // `example.com:80+...@`: the port of one address before another.
    let after_port = password.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_port =
        name.contains('.') && after_port.len() < password.len() && after_port.starts_with(['+', '&']);
    let known = !authority.contains(['$', '{', '}', '*', '%']) && !is_port && is_literal(password);
    let from = start + name.len() + 1;
    (scheme.is_ascii_alphanumeric() && known).then(|| from..from + password.len())
}

/// A value set in a script or a file of settings under a name that says it is a credential: that name.
pub(super) fn assigned(text: &str) -> Option<&str> {
    within(text).lines().find_map(|line| {
        let line =
            line.trim().trim_start_matches("export ").trim_start_matches("set ").trim_start_matches("ENV ");
        let (name, value) = line.split_once('=')?;
        let name = name.trim();
        let word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | '-');
        let value = value.trim().trim_end_matches(';');
        if is_label(value) {
            return None;
        }
        let value = value.strip_prefix(['"', '\'']).map_or_else(
            || value.split_whitespace().next().unwrap_or_default(),
            |rest| rest.split(['"', '\'']).next().unwrap_or_default(),
        );
        let named = !name.is_empty() && name.chars().all(word) && names_a_credential(name);
        (named && is_literal(value)).then_some(name)
    })
}

/// `doForgotPassword=Forgot password?`: a text for people, which says the word of its name again.
fn is_label(value: &str) -> bool {
    let word = |word: &str| {
        word.starts_with(char::is_alphabetic)
            && names_a_credential(word.trim_end_matches(['?', '!', '.', ':']))
    };
    !value.starts_with(['"', '\'']) && value.split_whitespace().skip(1).any(word)
}

/// Where the line begins that has a credential by its form on it.
pub(super) fn line_of_issued(text: &str) -> Option<usize> {
    let (what, _) = issued(text)?;
    let whole = |line: &str| issued(line).is_some_and(|(found, _)| found == what);
    line_that(text, |rest| {
        let line = rest.lines().next().unwrap_or_default();
        // A private key is many lines, of which the first ones tell it.
        whole(line) || (line.contains("PRIVATE KEY-----") && whole(up_to(rest, BEGINNING)))
    })
}

/// Whether a text holds a secret access key of AWS, told by its form. Among other words, what looks like one may be the
/// end of a certificate, unless the number of a key stands there too.
pub(super) fn holds_secret_key(text: &str) -> bool {
    let words = || within(text).split(|letter| !is_part(letter)).map(set_to);
    is_secret_key(text.trim()) || (words().any(is_secret_key) && words().any(is_key_number))
}

/// Where the line begins that has the secret access key.
pub(super) fn line_of_secret_key(text: &str) -> Option<usize> {
    line_that(text, |rest| {
        let line = rest.lines().next().unwrap_or_default();
        line.split(|letter| !is_part(letter)).map(set_to).any(is_secret_key)
    })
}

/// Where the line begins that sets the name to a credential.
pub(super) fn line_of_assigned(text: &str, name: &str) -> Option<usize> {
    line_that(text, |rest| rest.lines().next().and_then(assigned) == Some(name))
}

/// Where the first line begins of which that holds; it is asked about the text from there on. None in a text of one.
fn line_that(text: &str, holds: impl Fn(&str) -> bool) -> Option<usize> {
    let text = within(text);
    let mut starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let found = starts.find(|start| text.get(*start..).is_some_and(&holds));
    found.filter(|_| text.trim_end().contains('\n'))
}

/// Whether a text that stands where a credential is expected is one, as far as can be told: not a reference to where
/// it is kept, nothing to be filled in, no switch.
pub fn is_literal(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let refers = REFERENCES.iter().any(|beginning| lower.starts_with(beginning));
    let filled_in = text.contains(['`', '*'])
        || ["${", "$(", "{{", "%(", "<%", "..."].iter().any(|mark| lower.contains(mark))
        || PLACEHOLDERS.iter().any(|word| lower.replace(['-', '_', ' '], "").contains(word))
        || is_sample(&lower);
    let first = text.chars().next();
    let same = first.is_some_and(|first| text.chars().all(|letter| letter == first));
    text.chars().count() >= 4
        && !text.contains(char::is_whitespace)
        && !refers
        && !filled_in
        && !same
        && !is_constant(text)
        && !is_place(text)
        && !matches!(
            lower.as_str(),
            "true" | "false" | "null" | "none" | "undefined" | "disabled" | "enabled" | "default"
        )
}

/// `shared/logging/db_password`: a path that ends in the name of a secret, which is where it is kept.
fn is_place(text: &str) -> bool {
    let word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    let named = |(_, last): (&str, &str)| names_a_secret(last);
    text.rsplit_once('/').is_some_and(named) && text.split('/').all(|step| step.chars().all(word))
}

/// `sample_token`, `your-token`, and the bare name of what only a service gives out: `client_secret`.
fn is_sample(lower: &str) -> bool {
    let beginnings = ["example-", "example_", "sample-", "sample_", "your-", "your_"];
    beginnings.iter().any(|beginning| lower.starts_with(beginning))
        || GIVEN_OUT.contains(&&*lower.replace('-', "_"))
}

/// `CLIENT_SECRET=SECRET`: the name says it again.
pub(super) fn repeats(name: &str, text: &str) -> bool {
    let text = text.trim();
    name.contains(text) && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `DB_PASSWORD_VALUE`: written to be replaced.
fn is_constant(text: &str) -> bool {
    text.contains('_') && text.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_')
}

/// Beginnings of what says where a credential is kept, or that it is encrypted.
const REFERENCES: &[&str] = &[
    "$",
    "%",
    "<",
    "{",
    "[",
    "@",
    "/",
    "./",
    "../",
    "~",
    "arn:",
    "http:",
    "https:",
    "ssm:",
    "ssm/",
    "secretsmanager:",
    "projects/",
    "vault:",
    "op:",
    "ref+",
    "enc[",
    "aqica",
    "file:",
    "env:",
    "sm:",
    "awssm:",
    "gcpsm:",
    "awsssm:",
    "kms:",
    "secret:",
    "secretref:",
    "keyvault:",
    "var.",
    "data.",
    "local.",
    "module.",
    "bao:",
    "resolve:",
    "doppler:",
    "path=",
];

/// Words of texts that are to be replaced, without `-`, `_` and blanks.
const PLACEHOLDERS: &[&str] = &[
    "changeit",
    "changeme",
    "changethis",
    "replaceme",
    "replacewith",
    "replacethis",
    "placeholder",
    "redacted",
    "yourpassword",
    "yoursecret",
    "yourtoken",
    "yourapikey",
    "yourkey",
    "todo",
    "dummy",
    "fillin",
    "notused",
    "unused",
    "toberep",
    "setme",
    "insert",
    "overridden",
    "override",
    "managed",
    "secretname",
];

/// Names of credentials that services give out, so that nobody chooses one.
const GIVEN_OUT: &[&str] =
    &["access_token", "api_key", "api_token", "auth_token", "client_secret", "license_key", "refresh_token"];

/// What a word sets a name to, or the word.
fn set_to(word: &str) -> &str {
    word.rsplit('=').find(|part| !part.is_empty()).unwrap_or(word)
}

/// Whether a word is what AWS issues as a secret access key: 30 random bytes in base64, which have many letters of both
/// kinds and digits. A path, a hash and a name do not.
pub fn is_secret_key(word: &str) -> bool {
    let distinct: std::collections::BTreeSet<u8> = word.bytes().collect();
    word.len() == 40
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().filter(u8::is_ascii_uppercase).count() >= 8
        && word.bytes().filter(u8::is_ascii_lowercase).count() >= 8
        && distinct.len() >= 22
}

/// Whether a word is the number of an access key of AWS.
fn is_key_number(word: &str) -> bool {
    word.len() == 20
        && (word.starts_with("AKIA") || word.starts_with("ASIA"))
        && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Whether a text has letters and digits: an issued token is random.
fn is_mixed(word: &str) -> bool {
    let body = word.get(4..).unwrap_or_default();
    let distinct: std::collections::BTreeSet<char> = body.chars().collect();
    body.contains(|letter: char| letter.is_ascii_digit()) && distinct.len() >= 8
}

/// What is searched of a text.
pub(super) fn within(text: &str) -> &str {
    up_to(text, MAX_TEXT)
}

/// The first bytes of a text.
fn up_to(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// Whether a text is too long to be searched as a whole.
pub(super) fn is_cut(text: &str) -> bool {
    text.len() > MAX_TEXT
}

/// The text that a text is the base64 of, where it is one.
pub(super) fn decoded(text: &str) -> Option<String> {
    use base64::Engine;
    if text.len() < 40 || text.len() > MAX_TEXT || text.contains(char::is_whitespace) {
        return None;
    }
    let bytes = base64::engine::general_purpose::STANDARD.decode(text).ok()?;
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_are_told_by_their_form() {
        let word = |prefix: &str| format!("{prefix}{}", "a1B2c3D4e5F6".repeat(4));
        assert_eq!(issued(&format!("token {}", word("ghp_"))).map(|found| found.1), Some(Class::Token));
        assert_eq!(issued(&format!("TOKEN={}", word("glpat-"))).map(|found| found.1), Some(Class::Token));
        let key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA3tz\n-----END RSA PRIVATE KEY-----";
        assert_eq!(issued(key).map(|found| found.1), Some(Class::PrivateKey));
        assert_eq!(line_of_issued(&format!("a\nb\n{key}\n")), Some(4));
        let beside = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";
        assert_eq!(issued(&format!("{beside}\n{key}")).map(|found| found.1), Some(Class::PrivateKey));
        assert_eq!(line_of_issued(&format!("{beside}\n{key}\n")), Some(beside.len() + 1));
        assert_eq!(line_of_issued("postgres://app:hunter2@db:5432/x"), None);
        assert_eq!(issued("postgres://app:hunter2@db:5432/x").map(|found| found.1), Some(Class::Password));
        for text in [
            "-----BEGIN CERTIFICATE-----\nMIIEpAIBAAKCAQEA3tz",
            "-----BEGIN PRIVATE KEY-----\n${key}",
            "-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\nMIIEpAIBAAKCAQEA3tz",
            "postgres://app:${password}@db:5432/x",
            "https://example.com/a:b@c",
            "https://user@example.com:8080/",
            "http://example.com:80+&@10.1.2.3:22/#+@example.com:80/",
            "postgres://app:{{ password }}@db",
            "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "",
        ] {
            assert_eq!(issued(text), None, "{text}");
        }
    }

    #[test]
    fn what_stands_for_a_credential_is_none() {
        for text in ["sample_root_token", "EXAMPLE-DB-PASS", "your-256-bit-key", "client_secret", "API-KEY"] {
            assert!(!is_literal(text), "{text}");
        }
        for text in ["secret_key", "sampled-token", "yours-forever", "my-api-key", "SECRET"] {
            assert!(is_literal(text), "{text}");
        }
        assert!(repeats("COOKIE_SECRET", "SECRET"));
        assert!(!repeats("COOKIE_SECRET", "hunter2") && !repeats("cookie_secret", "SECRET"));
        assert!(!repeats("DB_PASSWORD", "password"));
    }

    #[test]
    fn assignments_in_scripts_are_read() {
        assert_eq!(assigned("#!/bin/sh\nexport DB_PASSWORD='hunter2'\n"), Some("DB_PASSWORD"));
        assert_eq!(assigned("AWS_SECRET_ACCESS_KEY=abcdEFGH1234\n"), Some("AWS_SECRET_ACCESS_KEY"));
        assert_eq!(line_of_assigned("#!/bin/sh\nexport DB_PASSWORD='hunter2'\n", "DB_PASSWORD"), Some(10));
        assert_eq!(line_of_assigned("DB_PASSWORD='hunter2'\n", "DB_PASSWORD"), None);
        assert_eq!(assigned("DB_PASSWORD=hunter2 psql --password\n"), Some("DB_PASSWORD"));
        for line in [
            "DB_PASSWORD=$(aws ssm get-parameter --name x)",
            "DB_PASSWORD=\"$PASSWORD\"",
            "DB_PASSWORD=",
            "DB_PASSWORD=changeme",
            "PASSWORD_FILE=/run/secrets/db",
            "API_TOKEN=/run/secrets/db",
            "ES_PASS=shared/logging/es_pass",
            "if [ \"$DB_PASSWORD\" = \"\" ]; then",
            "DB_PASSWORD=`cat file`",
            "doForgotPassword=Forgot Password?",
        ] {
            assert_eq!(assigned(line), None, "{line}");
        }
    }

    #[test]
    fn secret_access_keys_are_told_by_their_form() {
        let (number, secret) = ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        for text in [secret.to_owned(), format!("a={number}\nb={secret}"), format!("{number} {secret}")] {
            assert!(holds_secret_key(&text), "{text}");
        }
        assert_eq!(line_of_secret_key(&format!("a={number}\nb={secret}\n")), Some(23));
        for text in [
            number,
            "0123456789abcdef0123456789abcdef01234567",
            "/opt/Company/Product7/bin/Start7/Run/Now",
            "Word40WordWordWordWordWordWordWordWord40",
            "-----BEGIN CERTIFICATE-----\nwJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        ] {
            assert!(!holds_secret_key(text), "{text}");
        }
    }
}
