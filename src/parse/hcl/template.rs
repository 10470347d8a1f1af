//! Strings, heredocs and templates: escapes, strip markers, indentation.
//!
//! Terraform cuts a template into tokens, strips and dedents those, and only then sees its structure. The order
//! matters (a stripped newline takes the next line out of the dedent), so it is done the same way here.

use super::ast::{Expr, ExprKind, Name, Template, TemplatePart};
use super::cursor::{Failure, Parsed, Parser};
use super::recovery::MAX_UNENDED_HEREDOCS;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// What ends a template.
#[derive(Clone, Copy)]
enum Closer<'a> {
    Quote,
    Heredoc { marker: &'a str, start: usize },
    End,
}

/// A piece of a template before its structure is known.
enum Token<'a> {
    /// In a quoted template all text up to the next sequence; else at most one line.
    Literal(Cow<'a, str>, usize, usize),
    Interpolation(Expr),
    If(Expr, usize),
    Else(usize),
    EndIf(usize),
    For {
        key_var: Option<Name>,
        value_var: Name,
        collection: Expr,
        start: usize,
    },
    EndFor(usize),
}

impl<'a> Parser<'a> {
    /// At `"`.
    pub(super) fn quoted_template(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let tokens = self.tokens(Closer::Quote)?;
        self.assemble(start, tokens)
    }

    /// The whole text.
    pub(super) fn bare_template(&mut self) -> Parsed<Expr> {
        let tokens = self.tokens(Closer::End)?;
        self.assemble(0, tokens)
    }

    /// At `<<`. A heredoc that is broken inside is reported and stands as invalid, as long as its end is found.
    pub(super) fn heredoc(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 2;
        let dedented = self.eat("-");
        let marker_start = self.at;
        if self.name().is_none() {
            return Err(self.unexpected("expected a name after `<<` that will also end the text"));
        }
        let marker = self.slice(marker_start, self.at);
        if !self.eat("\n") && !self.eat("\r\n") {
            return Err(self.unexpected("expected a newline right after the heredoc's name"));
        }
        if self.unended_heredocs >= MAX_UNENDED_HEREDOCS {
            return Err(self.failure(
                start,
                self.at,
                "too many heredocs before it are never closed".to_owned(),
            ));
        }
        let read = self.tokens(Closer::Heredoc { marker, start }).and_then(|mut tokens| {
            if dedented {
                dedent(&mut tokens);
            }
            self.assemble(start, tokens)
        });
        match read {
            Err(failure) if self.skip_to_marker(failure.start, marker) => {
                self.report(&failure);
                Ok(Expr { kind: ExprKind::Invalid, span: self.since(start) })
            }
            Err(failure) => {
                self.unended_heredocs += 1;
                Err(failure)
            }
            read => read,
        }
    }

    /// Moves behind the first line at or after `from` that holds only `marker`.
    pub(super) fn skip_to_marker(&mut self, from: usize, marker: &str) -> bool {
        let mut line = self.slice(0, from).rfind('\n').map_or(0, |at| at + 1);
        while line < self.text.len() {
            let end = self.slice(line, self.text.len()).find('\n').map_or(self.text.len(), |at| line + at);
            let text = self.slice(line, end);
            if text.trim() == marker {
                self.at = line + text.trim_end().len();
                return true;
            }
            line = end + 1;
        }
        false
    }

    fn tokens(&mut self, closer: Closer<'a>) -> Parsed<Vec<Token<'a>>> {
        let mut tokens = Vec::new();
        let mut line_start = true;
        let mut strip_next = false;
        while !self.template_ends(closer, line_start)? {
            let start = self.at;
            if self.looking_at("${") || self.looking_at("%{") {
                strip_next = self.sequence(&mut tokens)?;
                line_start = false;
                continue;
            }
            let text = match closer {
                Closer::Quote => self.quoted_literal(),
                Closer::Heredoc { .. } | Closer::End => self.line_literal(),
            };
            line_start = text.ends_with('\n');
            let text = if std::mem::take(&mut strip_next) { trim_start(text) } else { text };
            tokens.push(Token::Literal(text, start, self.at));
        }
        Ok(tokens)
    }

    /// Eats what closes the template, if it comes next.
    fn template_ends(&mut self, closer: Closer, line_start: bool) -> Parsed<bool> {
        match (closer, self.byte()) {
            (Closer::Quote, Some(b'"')) => {
                self.at += 1;
                Ok(true)
            }
            (Closer::Quote, None | Some(b'\n')) => Err(self
                .unexpected("this string is not closed before the end of its line")
                .with_help("close it with `\"`; text of several lines is written as a heredoc, `<<EOT`")),
            (Closer::Heredoc { start, .. }, None) => {
                let message = "this heredoc is never closed".to_owned();
                let line = self.slice(start, self.at).lines().next().map_or(0, str::len);
                Err(self
                    .failure(start, start + line, message)
                    .with_help("it ends at a line that holds nothing but its name"))
            }
            (Closer::Heredoc { marker, .. }, Some(_)) if line_start => {
                let line = self.rest().split('\n').next().unwrap_or_default();
                let closed = line.trim() == marker;
                if closed {
                    self.at += line.trim_end().len();
                }
                Ok(closed)
            }
            (Closer::End, None) => Ok(true),
            _ => Ok(false),
        }
    }

    /// Text of a quoted template up to the next sequence, quote or newline.
    fn quoted_literal(&mut self) -> Cow<'a, str> {
        let start = self.at;
        let mut text = Cow::Borrowed("");
        let mut copied = start;
        loop {
            let rest = self.rest();
            self.at += rest.find(['"', '\\', '$', '%', '\n']).unwrap_or(rest.len());
            let here = self.at;
            let escape = match self.byte() {
                Some(b'\\') => self.escape(),
                Some(_) if self.eat("$${") => Some("${".into()),
                Some(_) if self.eat("%%{") => Some("%{".into()),
                Some(b'$' | b'%') if self.byte_after(1) != Some(b'{') => {
                    self.at += 1;
                    None
                }
                _ => break,
            };
            if let Some(escape) = escape {
                append(&mut text, self.slice(copied, here));
                append(&mut text, &escape);
                copied = self.at;
            }
        }
        if copied == start {
            return Cow::Borrowed(self.slice(start, self.at));
        }
        append(&mut text, self.slice(copied, self.at));
        text
    }

    /// At a backslash. A wrong escape is reported and stands for itself.
    fn escape(&mut self) -> Option<Cow<'static, str>> {
        let start = self.at;
        let digits = match self.byte_after(1) {
            Some(b'u') => 4,
            Some(b'U') => 8,
            _ => 0,
        };
        let simple = match self.byte_after(1) {
            Some(b'n') => Some("\n"),
            Some(b'r') => Some("\r"),
            Some(b't') => Some("\t"),
            Some(b'"') => Some("\""),
            Some(b'\\') => Some("\\"),
            _ => None,
        };
        if let Some(text) = simple {
            self.at += 2;
            return Some(text.into());
        }
        let hex = self.slice(start + 2, start + 2 + digits);
        let code = u32::from_str_radix(hex, 16).ok().filter(|_| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        if let Some(c) = code.filter(|_| digits > 0).and_then(char::from_u32) {
            self.at += 2 + digits;
            return Some(c.to_string().into());
        }
        self.at += 1;
        let shown = self.rest().chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
        let failure = self.failure(start, self.at + shown, "this escape sequence does not exist".to_owned());
        self.report(&failure.with_help(
            "there are \\n \\r \\t \\\" \\\\ \\uNNNN \\UNNNNNNNN; a backslash itself is written `\\\\`",
        ));
        None
    }

    /// Text of a heredoc or bare template up to the next sequence, or the end of the line with its newline.
    fn line_literal(&mut self) -> Cow<'a, str> {
        let start = self.at;
        let mut text = Cow::Borrowed("");
        let mut copied = start;
        loop {
            let rest = self.rest();
            self.at += rest.find(['$', '%', '\n']).unwrap_or(rest.len());
            let here = self.at;
            let escape = match self.byte() {
                Some(b'\n') => {
                    self.at += 1;
                    break;
                }
                None => break,
                Some(_) if self.eat("$${") => "${",
                Some(_) if self.eat("%%{") => "%{",
                Some(_) if self.byte_after(1) == Some(b'{') => break,
                Some(_) => {
                    self.at += 1;
                    continue;
                }
            };
            append(&mut text, self.slice(copied, here));
            append(&mut text, escape);
            copied = self.at;
        }
        if copied == start {
            return Cow::Borrowed(self.slice(start, self.at));
        }
        append(&mut text, self.slice(copied, self.at));
        text
    }

    /// At `${` or `%{`. Gives whether the text behind it is to be stripped.
    fn sequence(&mut self, tokens: &mut Vec<Token<'a>>) -> Parsed<bool> {
        let start = self.at;
        let directive = self.byte() == Some(b'%');
        self.at += 2;
        if self.eat("~")
            && let Some(Token::Literal(text, ..)) = tokens.last_mut()
        {
            *text = trim_end(std::mem::take(text));
        }
        self.with_newlines_free(|parser| {
            let token =
                if directive { parser.directive(start)? } else { Token::Interpolation(parser.expression()?) };
            tokens.push(token);
            parser.skip_space();
            let strip = parser.eat("~");
            if !parser.eat("}") {
                return Err(parser.unexpected("expected `}` to end the template sequence").with_help(
                    "if `${` or `%{` is meant as text for another language, write `$${` or `%%{`",
                ));
            }
            Ok(strip)
        })
    }

    fn directive(&mut self, start: usize) -> Parsed<Token<'a>> {
        self.skip_space();
        let token = if self.eat_keyword("if") {
            Token::If(self.expression()?, start)
        } else if self.eat_keyword("else") {
            Token::Else(start)
        } else if self.eat_keyword("endif") {
            Token::EndIf(start)
        } else if self.eat_keyword("for") {
            let (key_var, value_var, collection) = self.for_intro()?;
            Token::For { key_var, value_var, collection, start }
        } else if self.eat_keyword("endfor") {
            Token::EndFor(start)
        } else {
            return Err(self
                .unexpected("expected `if`, `else`, `endif`, `for` or `endfor`")
                .with_help("a literal `%{` is written `%%{`"));
        };
        Ok(token)
    }

    fn assemble(&mut self, start: usize, tokens: Vec<Token<'a>>) -> Parsed<Expr> {
        let span = self.since(start);
        if tokens.iter().all(|token| matches!(token, Token::Literal(..))) {
            let text = tokens.into_iter().fold(Cow::Borrowed(""), |mut all, token| {
                if let Token::Literal(text, ..) = token {
                    append(&mut all, &text);
                }
                all
            });
            return Ok(Expr { kind: ExprKind::String(text.into()), span });
        }
        // A lone interpolation keeps its type; one beside text that stripping left empty does not.
        let alone = tokens.len() == 1;
        let mut tokens = tokens.into_iter();
        let (mut parts, end) = self.parts(&mut tokens)?;
        if let Some(end) = end {
            return Err(self.stray(&end));
        }
        if let ([TemplatePart::Interpolation(expr)], false) = (parts.as_slice(), alone) {
            let behind = expr.span;
            parts.push(TemplatePart::Literal("".into(), behind));
        }
        Ok(Expr { kind: ExprKind::Template(Box::new(Template { parts })), span })
    }

    /// Parts up to the directive that ends them, which is given back.
    fn parts(
        &mut self,
        tokens: &mut std::vec::IntoIter<Token<'a>>,
    ) -> Parsed<(Vec<TemplatePart>, Option<Token<'a>>)> {
        let mut parts = Vec::new();
        let mut literal = Literal::default();
        while let Some(token) = tokens.next() {
            match token {
                Token::Literal(text, start, end) => {
                    literal.push(&text, start, end);
                    continue;
                }
                end @ (Token::Else(_) | Token::EndIf(_) | Token::EndFor(_)) => {
                    literal.flush(self, &mut parts);
                    return Ok((parts, Some(end)));
                }
                Token::Interpolation(expr) => {
                    literal.flush(self, &mut parts);
                    parts.push(TemplatePart::Interpolation(expr));
                }
                Token::If(condition, start) => {
                    literal.flush(self, &mut parts);
                    parts.push(self.nested(|parser| parser.if_part(condition, start, tokens))?);
                }
                Token::For { key_var, value_var, collection, start } => {
                    literal.flush(self, &mut parts);
                    let (body, end) = self.nested(|parser| parser.parts(tokens))?;
                    match end {
                        Some(Token::EndFor(_)) => {}
                        Some(end) => return Err(self.stray(&end)),
                        None => return Err(self.unended(start, "endfor")),
                    }
                    parts.push(TemplatePart::For { key_var, value_var, collection, body });
                }
            }
        }
        literal.flush(self, &mut parts);
        Ok((parts, None))
    }

    fn if_part(
        &mut self,
        condition: Expr,
        start: usize,
        tokens: &mut std::vec::IntoIter<Token<'a>>,
    ) -> Parsed<TemplatePart> {
        let (then, mut end) = self.parts(tokens)?;
        let mut otherwise = Vec::new();
        if let Some(Token::Else(_)) = end {
            (otherwise, end) = self.parts(tokens)?;
        }
        match end {
            Some(Token::EndIf(_)) => Ok(TemplatePart::If { condition, then, otherwise }),
            Some(end) => Err(self.stray(&end)),
            None => Err(self.unended(start, "endif")),
        }
    }

    fn unended(&self, start: usize, end: &str) -> Box<Failure> {
        self.failure(start, start + 2, format!("this directive has no `%{{ {end} }}`"))
    }

    fn stray(&self, token: &Token) -> Box<Failure> {
        let (start, name) = match token {
            Token::Else(start) => (*start, "else"),
            Token::EndIf(start) => (*start, "endif"),
            Token::EndFor(start) => (*start, "endfor"),
            _ => (self.at, "directive"),
        };
        self.failure(start, start + 2, format!("there is nothing here for this `{name}` to belong to"))
    }
}

/// Neighbouring literal tokens on their way to one part.
#[derive(Default)]
struct Literal {
    text: String,
    place: Option<(usize, usize)>,
}

impl Literal {
    fn push(&mut self, text: &str, start: usize, end: usize) {
        self.text.push_str(text);
        self.place = Some((self.place.map_or(start, |(first, _)| first), end));
    }

    /// Adds the part, unless nothing is left of it.
    fn flush(&mut self, parser: &Parser, parts: &mut Vec<TemplatePart>) {
        if let Some((start, end)) = self.place.take()
            && !self.text.is_empty()
        {
            parts.push(TemplatePart::Literal(self.text.as_str().into(), parser.span(start, end)));
        }
        self.text.clear();
    }
}

/// Takes the smallest indentation of any line off every line. Lines of white space alone neither count nor
/// change; a line that begins with a sequence has no indentation.
fn dedent(tokens: &mut [Token]) {
    let mut smallest = usize::MAX;
    let mut adjust = Vec::new();
    let mut line_start = true;
    for (index, token) in tokens.iter().enumerate() {
        let text = match token {
            Token::Literal(text, ..) => Some(text),
            _ => None,
        };
        if line_start {
            let indent = text.map(|text| text.strip_suffix(text.trim_start()).unwrap_or(text));
            match (text, indent) {
                (Some(text), Some(indent)) if indent.len() == text.len() && text.ends_with('\n') => {}
                (Some(_), Some(indent)) => {
                    smallest = smallest.min(indent.graphemes(true).count());
                    adjust.push(index);
                }
                _ => smallest = 0,
            }
        }
        line_start = text.is_some_and(|text| text.ends_with('\n'));
    }
    for index in adjust {
        if let Some(Token::Literal(text, ..)) = tokens.get_mut(index) {
            let cut: usize = text.graphemes(true).take(smallest).map(str::len).sum();
            *text = match std::mem::take(text) {
                Cow::Borrowed(text) => Cow::Borrowed(text.get(cut..).unwrap_or_default()),
                Cow::Owned(text) => Cow::Owned(text.get(cut..).unwrap_or_default().to_owned()),
            };
        }
    }
}

fn append<'a>(text: &mut Cow<'a, str>, more: &str) {
    if !more.is_empty() {
        text.to_mut().push_str(more);
    }
}

fn trim_start(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start()),
        Cow::Owned(text) => Cow::Owned(text.trim_start().to_owned()),
    }
}

fn trim_end(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_end()),
        Cow::Owned(text) => Cow::Owned(text.trim_end().to_owned()),
    }
}
