//! Comments that suppress findings: `# purlin:ignore RULE[,RULE...] [until=YYYY-MM-DD] [reason]`. One holds for what
//! has any station of its way, its block or a module call above it in the lines that the comment is about. So do those
//! that were written for other linters.

use super::other_linters::{self, Checks, Exception};
use crate::parse::outline::{self, Comment};
use crate::policy::Rule;
use crate::source::{Diagnostic, FileId, Level, Sources, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use time::{Date, Month};

/// What such a comment begins with.
const MARK: &str = "purlin:ignore";
/// What follows the mark where the comment is about its whole file.
const WHOLE_FILE: &str = "-file";

/// Rules that one comment may name.
const MAX_NAMES: usize = 100;

/// Which rules a name stands for; none where it stands for none, with what to do about it.
pub type Resolve<'a> = dyn Fn(&str) -> Result<BTreeSet<String>, String> + 'a;

/// All such comments of a run.
#[derive(Debug, Default)]
pub struct Suppressions {
    by_file: BTreeMap<FileId, Vec<Directive>>,
    diagnostics: Vec<Diagnostic>,
}

/// One comment that holds.
#[derive(Debug)]
pub(super) struct Directive {
    /// The comment.
    pub(super) span: Span,
    /// Why, in the words of who wrote it; may be empty.
    pub(super) reason: String,
    /// If it was written for another linter, that one and the check, if it is not all of them.
    pub(super) other: Option<(&'static str, Option<String>)>,
    rules: Arc<BTreeSet<String>>,
    /// None for the whole file.
    lines: Option<RangeInclusive<usize>>,
    used: AtomicBool,
}

/// What a comment says.
#[derive(Debug, PartialEq, Eq)]
struct Words<'a> {
    whole_file: bool,
    rules: Vec<&'a str>,
    until: Option<&'a str>,
    reason: String,
}

/// A day as `YYYY-MM-DD`; none where the text is no day.
pub fn day(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let mut number = |digits: usize| {
        let part = parts.next()?;
        let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()
}

impl Suppressions {
    /// Those in the files that have been read. Files that somebody else keeps do not decide what is reported. Without
    /// `today`, none is too old. `known` are the rules that what other linters were told holds for; without them it
    /// does not hold.
    pub fn of(
        sources: &Sources,
        today: Option<Date>,
        resolve: &Resolve<'_>,
        known: Option<&[Rule]>,
    ) -> Suppressions {
        let mut all = Suppressions::default();
        let mut checks = None;
        for id in sources.ids() {
            let file = sources.file(id);
            if !file.is_editable() {
                continue;
            }
            let others = known.filter(|_| other_linters::is_spoken_to(&file.text));
            let others: Option<&Checks<'_>> =
                others.map(|rules| &*checks.get_or_insert_with(|| Checks::of(rules)));
            if others.is_none() && !file.text.contains(MARK) {
                continue;
            }
            for comment in outline::comments(sources, id) {
                if let Some(words) = words(&comment.text) {
                    all.add(id, &comment, words, today, resolve);
                } else if let Some(checks) = others {
                    all.add_others(id, other_linters::of_comment(&comment, today, checks));
                }
            }
            if let Some(checks) = others {
                all.add_others(id, other_linters::of_annotations(sources, id, checks));
            }
        }
        all
    }

    fn add_others(&mut self, file: FileId, exceptions: Vec<Exception>) {
        let directive = |one: Exception| Directive {
            span: one.span,
            reason: one.reason,
            other: Some((one.linter.name(), one.check)),
            rules: one.rules,
            lines: Some(one.lines),
            used: AtomicBool::new(false),
        };
        let directives = exceptions.into_iter().map(directive);
        self.by_file.entry(file).or_default().extend(directives);
    }

    fn add(
        &mut self,
        file: FileId,
        comment: &Comment,
        words: Words<'_>,
        today: Option<Date>,
        resolve: &Resolve<'_>,
    ) {
        let mut warn = |message: String, help: &str| {
            let found = Diagnostic::at(Level::Warning, "suppression", comment.span, message);
            self.diagnostics.push(found.with_help(help));
        };
        let rules = named(&words, resolve, &mut warn);
        let lines = match lines(&words, comment, today) {
            Ok(lines) => lines,
            Err((message, help)) => return warn(message, help),
        };
        if rules.is_empty() {
            return;
        }
        let used = AtomicBool::new(false);
        let (span, rules) = (comment.span, Arc::new(rules));
        let directive = Directive { span, reason: words.reason, other: None, rules, lines, used };
        self.by_file.entry(file).or_default().push(directive);
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.by_file.is_empty()
    }

    /// The first comment that holds for a rule at one of these places.
    pub(super) fn holding(&self, rule: &str, places: &[Span], sources: &Sources) -> Option<&Directive> {
        let mut first = None;
        for place in places {
            let directives = self.by_file.get(&place.file).map(Vec::as_slice).unwrap_or_default();
            let line = sources.file(place.file).lines.line(place.start);
            // Most comments are about other lines: a generated file may have one for each of its findings.
            let about = |one: &&Directive| one.lines.as_ref().is_none_or(|lines| lines.contains(&line));
            for directive in directives.iter().filter(about).filter(|one| one.rules.contains(rule)) {
                directive.used.store(true, Ordering::Relaxed);
                first.get_or_insert(directive);
            }
        }
        first
    }

    /// What is wrong with them; of those for other linters, nothing is. `ran` are the rules that had a chance to find
    /// something.
    pub fn diagnostics(&self, ran: &BTreeSet<String>) -> Vec<Diagnostic> {
        let stale = self.by_file.values().flatten().filter(|directive| {
            let is_stale = directive.other.is_none() && !directive.used.load(Ordering::Relaxed);
            is_stale && directive.rules.iter().any(|rule| ran.contains(rule))
        });
        let note = |directive: &Directive| {
            let message = "this comment suppresses nothing: no finding of its rules comes this way";
            Diagnostic::at(Level::Note, "suppression", directive.span, message).with_help("remove it")
        };
        self.diagnostics.iter().cloned().chain(stale.map(note)).collect()
    }
}

const SYNTAX: &str = "write `purlin:ignore RULE[,RULE...] [until=YYYY-MM-DD] [reason]` at the end of a line, or directly above an argument or a block";

/// The rules that a comment names.
fn named(words: &Words<'_>, resolve: &Resolve<'_>, warn: &mut impl FnMut(String, &str)) -> BTreeSet<String> {
    let mut rules = BTreeSet::new();
    if words.rules.len() > MAX_NAMES {
        let number = words.rules.len();
        let message = format!("this comment names {number} rules; only the first {MAX_NAMES} of them count");
        warn(message, "name the beginning of their ids, or use --ignore");
    }
    for name in words.rules.iter().take(MAX_NAMES) {
        match resolve(name) {
            Ok(found) => rules.extend(found),
            Err(help) => warn(format!("there is no rule, group of rules or alias {name} to suppress"), &help),
        }
    }
    if words.rules.is_empty() {
        warn("this comment names no rule, so it suppresses nothing".to_owned(), SYNTAX);
    }
    rules
}

/// The lines that a comment holds for, none for all of its file; or what is wrong and what to do, where it holds for
/// none.
fn lines(
    words: &Words<'_>,
    comment: &Comment,
    today: Option<Date>,
) -> Result<Option<RangeInclusive<usize>>, (String, &'static str)> {
    if words.whole_file && !comment.first {
        let message = format!("{MARK}{WHOLE_FILE} holds only at the top of a file, before anything else");
        return Err((message, "move it there"));
    }
    if let Some(until) = words.until {
        let Some(last) = day(until) else {
            let message = format!("until={until} is no day, so this comment suppresses nothing");
            return Err((message, SYNTAX));
        };
        if today.is_some_and(|today| today > last) {
            let help = "fix what it suppresses, or give it another day";
            return Err((format!("this suppression ended with {until}"), help));
        }
    }
    if words.whole_file {
        return Ok(None);
    }
    let nothing = "nothing stands directly below this comment, so it suppresses nothing";
    comment.about.clone().map(Some).ok_or((nothing.to_owned(), SYNTAX))
}

/// What a comment says, if it is one that suppresses.
fn words(text: &str) -> Option<Words<'_>> {
    let rest = text.strip_prefix(MARK)?;
    let (whole_file, rest) = match rest.strip_prefix(WHOLE_FILE) {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    if rest.starts_with(|c: char| !c.is_whitespace()) {
        return None;
    }
    let mut words = rest.split_whitespace().peekable();
    let mut rules = Vec::new();
    let mut more = true;
    while more && let Some(word) = words.next_if(|word| !word.starts_with("until=")) {
        rules.extend(word.split(',').filter(|name| !name.is_empty()));
        // `a, b` is a list too.
        more = word.ends_with(',') || words.peek().is_some_and(|next| next.starts_with(','));
    }
    let mut until = None;
    let mut reason: Vec<&str> = Vec::new();
    for word in words {
        match word.strip_prefix("until=") {
            Some(day) if until.is_none() => until = Some(day),
            _ => reason.push(word),
        }
    }
    let reason = reason.join(" ").trim_start_matches(['-', ':', '\u{2014}']).trim().to_owned();
    Some(Words { whole_file, rules, until, reason })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileKind;

    #[test]
    fn comments_are_read() {
        let read = |text: &'static str| {
            let Words { whole_file, rules, until, reason } = words(text)?;
            Some(format!("{whole_file} {rules:?} {until:?} {reason:?}"))
        };
        for (text, expected) in [
            ("purlin:ignore a", Some("false [\"a\"] None \"\"")),
            ("purlin:ignore a,b why not", Some("false [\"a\", \"b\"] None \"why not\"")),
            ("purlin:ignore a, b ,c - why", Some("false [\"a\", \"b\", \"c\"] None \"why\"")),
            ("purlin:ignore a until=2027-01-31 why", Some("false [\"a\"] Some(\"2027-01-31\") \"why\"")),
            ("purlin:ignore a why until=x", Some("false [\"a\"] Some(\"x\") \"why\"")),
            ("purlin:ignore-file CKV_AWS_20", Some("true [\"CKV_AWS_20\"] None \"\"")),
            ("purlin:ignore", Some("false [] None \"\"")),
            ("purlin:ignored a", None),
            ("see purlin:ignore a", None),
        ] {
            assert_eq!(read(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_comment_names_so_many_rules_and_no_more() {
        let sources = Sources::new(".");
        let names: Vec<String> = (0..=MAX_NAMES).map(|at| format!("r{at}")).collect();
        let text = format!("a = 1 # purlin:ignore {}\n", names.join(","));
        sources.add("main.tf", FileKind::Terraform, &text);
        let resolve = |name: &str| Ok(BTreeSet::from([name.to_owned()]));
        let all = Suppressions::of(&sources, None, &resolve, None);
        let directive = all.by_file.values().flatten().next().unwrap();
        assert!(directive.rules.contains("r99") && !directive.rules.contains("r100"));
        assert!(all.diagnostics[0].message.contains("names 101 rules; only the first 100"));
    }

    #[test]
    fn days_are_days() {
        assert!(day("2028-02-29").is_some());
        for wrong in ["2027-02-29", "2027-1-1", "27-01-01", "2027-01-01x", "2027-13-01", "", "+027-01-01"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let sources = Sources::new(".");
        let text = "a = 1\n# purlin:ignore-file known\n# purlin:ignore unknown\nb = 1 # purlin:ignore\nc = 1 # purlin:ignore known until=soon\nd = 1 # purlin:ignore known until=2026-01-01\ne = 1 # purlin:ignore known until=2026-01-02\n# purlin:ignore known\n\nf = 1 # purlin:ignore other\n";
        sources.add("main.tf", FileKind::Terraform, text);
        let resolve = |name: &str| match name {
            "unknown" => Err("help".to_owned()),
            name => Ok(BTreeSet::from([name.to_owned()])),
        };
        let all = Suppressions::of(&sources, day("2026-01-02"), &resolve, None);
        let ran = BTreeSet::from(["known".to_owned()]);
        let said: Vec<String> = all
            .diagnostics(&ran)
            .into_iter()
            .map(|found| format!("{} {}", sources.position(found.span.unwrap()).line, found.message))
            .collect();
        insta::assert_snapshot!(said.join("\n"), @r"
        2 purlin:ignore-file holds only at the top of a file, before anything else
        3 there is no rule, group of rules or alias unknown to suppress
        4 this comment names no rule, so it suppresses nothing
        5 until=soon is no day, so this comment suppresses nothing
        6 this suppression ended with 2026-01-01
        8 nothing stands directly below this comment, so it suppresses nothing
        7 this comment suppresses nothing: no finding of its rules comes this way
        ");
    }
}
