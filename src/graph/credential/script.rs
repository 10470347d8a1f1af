//! Passwords that a script gives to programs, as part of a command or into their input, and those of cloud-config.

use super::written::is_literal;

/// Programs that take a password with an option: the program, options whose next word it is, options that it is written
/// behind without a blank.
const OPTIONS: &[(&str, &[&str], &[&str])] = &[
    ("mysql", &[], &["-p", "--password="]),
    ("mysqladmin", &["password"], &["-p", "--password="]),
    ("mysqldump", &[], &["-p", "--password="]),
    ("mariadb", &[], &["-p", "--password="]),
    ("mongosh", &["-p", "--password"], &["--password="]),
    ("mongo", &["-p", "--password"], &["--password="]),
    ("redis-cli", &["-a", "--pass"], &[]),
    ("sshpass", &["-p"], &["-p"]),
    ("ldapsearch", &["-w"], &[]),
    ("ldapadd", &["-w"], &[]),
    ("ldapmodify", &["-w"], &[]),
    ("ConvertTo-SecureString", &["ConvertTo-SecureString", "-String"], &[]),
];

/// Programs that take a user and a password with a colon between: options whose next word these are.
const LOGINS: &[(&str, &[&str])] = &[("curl", &["-u", "--user"])];

/// What names a user and its password in text that is no command of a shell.
const CLOUD_CONFIG: &str = "#cloud-config";

/// Words of a line that are looked at: each program goes over all that follow it.
const MAX_WORDS: usize = 1_000;

/// What a script gives a literal password to, in words, and where its line begins.
pub(super) fn gives_password(text: &str) -> Option<(String, usize)> {
    let mut start = 0;
    let mut list = List::Outside;
    let is_cloud_config = text.trim_start().starts_with(CLOUD_CONFIG);
    for line in text.split('\n') {
        let found = match is_cloud_config && list.holds_password(line) {
            true => Some("chpasswd".to_owned()),
            false => of_command(line).or_else(|| if is_cloud_config { of_key(line) } else { None }),
        };
        if let Some(to) = found {
            return Some((to, start));
        }
        start += line.len() + 1;
    }
    None
}

/// Whether one is in the `list` of `chpasswd` in a cloud-config.
enum List {
    Outside,
    /// Below the key `chpasswd`.
    Below,
    Inside,
}

impl List {
    /// Goes on by a line. Whether that has a user and its password.
    fn holds_password(&mut self, line: &str) -> bool {
        let content = line.trim();
        let is_top = !line.starts_with([' ', '\t', '-']) && !content.is_empty();
        match self {
            _ if is_top => *self = if content == "chpasswd:" { List::Below } else { List::Outside },
            List::Below if content.starts_with("list:") => *self = List::Inside,
            List::Inside => {
                let entry = content.trim_start_matches("- ").trim_matches(['"', '\'']);
                return user_and_password(entry) && !entry.ends_with(":RANDOM") && !entry.ends_with(":R");
            }
            List::Below | List::Outside => {}
        }
        false
    }
}

/// `plain_text_passwd: ...` of a user.
fn of_key(line: &str) -> Option<String> {
    let content = line.trim().trim_start_matches("- ");
    let value = content.strip_prefix("plain_text_passwd:")?;
    let value = value.split(" #").next().unwrap_or(value).trim().trim_matches(['"', '\'']);
    is_literal(value).then(|| "a user".to_owned())
}

fn of_command(line: &str) -> Option<String> {
    if line.trim_start().starts_with('#') {
        return None;
    }
    let words = words(line);
    let program = |word: &str| word.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    for (at, word) in words.iter().enumerate() {
        let name = program(word);
        let rest = words.get(at + 1..).unwrap_or_default();
        let rest = rest.split(|word| is_border(word)).next().unwrap_or_default();
        let given = match &*name {
            "chpasswd" => input(&words, at).is_some_and(user_and_password),
            "passwd" if rest.contains(&"--stdin") => input(&words, at).is_some_and(is_literal),
            _ => {
                let own = words.get(at..=at + rest.len()).unwrap_or_default();
                takes_option(&name, own) || takes_login(&name, own)
            }
        };
        if given {
            return Some(name);
        }
    }
    None
}

/// What a command at a position gets by `echo TEXT |` or `<<< TEXT`.
fn input<'l>(words: &[&'l str], at: usize) -> Option<&'l str> {
    let after = words.get(at + 1..)?;
    if let Some(here) = after.iter().position(|word| *word == "<<<") {
        return after.get(here + 1).copied();
    }
    let (before, _) = words.split_at_checked(at)?;
    let pipe = before.iter().rposition(|word| is_border(word)).filter(|at| before.get(*at) == Some(&"|"))?;
    let echo = before.get(..pipe)?.rsplit(|word| is_border(word)).next()?;
    let (text, said) = echo.split_last()?;
    said.iter().any(|word| matches!(*word, "echo" | "printf")).then_some(*text)
}

/// Whether one of the words of a command is a password by the option before it, or behind it.
fn takes_option(name: &str, words: &[&str]) -> bool {
    let Some((_, before, attached)) = OPTIONS.iter().find(|(program, ..)| *program == name) else {
        return false;
    };
    let next = words.windows(2).any(|pair| {
        matches!(pair, [option, value] if before.contains(option) && !value.starts_with('-') && is_literal(value))
    });
    let behind = |word: &&str| {
        let value = attached.iter().find_map(|option| word.strip_prefix(option));
        value.is_some_and(|value| is_literal(value.trim_matches(['"', '\''])))
    };
    next || words.iter().skip(1).any(behind)
}

fn takes_login(name: &str, words: &[&str]) -> bool {
    let Some((_, options)) = LOGINS.iter().find(|(program, _)| *program == name) else { return false };
    words
        .windows(2)
        .any(|pair| matches!(pair, [option, value] if options.contains(option) && user_and_password(value)))
}

/// `user:password`, the latter as it is.
fn user_and_password(text: &str) -> bool {
    let word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | '@');
    let is_user = |user: &str| !user.is_empty() && user.chars().all(word);
    text.split_once(':')
        .is_some_and(|(user, password)| is_user(user) && is_literal(password) && password != "x-oauth-basic")
}

/// Where one command ends and the next begins.
fn is_border(word: &str) -> bool {
    matches!(word, "|" | ";" | "&&" | "||" | "&")
}

/// The words of a line as a shell has them, without their quotes. Borders between commands are words.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = line.trim();
    while let Some(first) = rest.chars().next().filter(|_| words.len() < MAX_WORDS) {
        let end = match first {
            '"' | '\'' => {
                rest.get(1..).and_then(|inside| inside.find(first)).map_or(rest.len(), |end| end + 2)
            }
            '|' | ';' | '&' => rest.find(|letter| letter != first).unwrap_or(rest.len()),
            _ => rest
                .find(|letter: char| letter.is_whitespace() || matches!(letter, '|' | ';'))
                .unwrap_or(rest.len()),
        };
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let is_quoted = word.len() > 1 && matches!(first, '"' | '\'') && word.ends_with(first);
        words.push(if is_quoted { word.get(1..word.len() - 1).unwrap_or_default() } else { word });
        rest = after.trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_given_to_programs_are_read() {
        let given = |text: &str| gives_password(text).map(|(to, _)| to);
        for (text, to) in [
            ("echo \"app:Tr0ub4dor!\" | chpasswd", "chpasswd"),
            ("echo 'app:Tr0ub4dor|3'|sudo /usr/sbin/chpasswd", "chpasswd"),
            ("chpasswd <<< 'app:Tr0ub4dor3'", "chpasswd"),
            ("set -e; echo -n Tr0ub4dor3 | passwd --stdin app", "passwd"),
            ("mysql -u root -pTr0ub4dor3 -e 'select 1'", "mysql"),
            ("mysqladmin -u root password 'Tr0ub4dor3'", "mysqladmin"),
            ("mysqldump --password=\"Tr0ub4dor3\" shop", "mysqldump"),
            ("x && curl -s -u admin:Tr0ub4dor3 https://repo.example.com/x", "curl"),
            ("redis-cli -h cache -a Tr0ub4dor3 ping", "redis-cli"),
            ("$p = ConvertTo-SecureString \"Tr0ub4dor3\" -AsPlainText -Force", "ConvertTo-SecureString"),
            ("#cloud-config\nchpasswd:\n  list: |\n    root:Tr0ub4dor3\n", "chpasswd"),
            ("#cloud-config\nusers:\n  - name: a\n    plain_text_passwd: Tr0ub4dor3\n", "a user"),
        ] {
            assert_eq!(given(text).as_deref(), Some(to), "{text}");
        }
        for text in [
            "echo \"app:$PASSWORD\" | chpasswd",
            "echo \"app:$(aws ssm get-parameter --name x)\" | chpasswd",
            "echo chpasswd app:Tr0ub4dor3",
            "# echo 'app:Tr0ub4dor3' | chpasswd",
            "cat users | chpasswd",
            "mysql -u root -p shop",
            "mysql -p\"$PASSWORD\"",
            "curl -u \"$USER:$TOKEN\" https://repo.example.com",
            "curl https://a:8080/x",
            "passwd -l root",
            "redis-cli -a $PASSWORD ping",
            "ssh -p 2222 host",
            "ConvertTo-SecureString $password -AsPlainText -Force",
            "#cloud-config\nchpasswd:\n  list: |\n    root:RANDOM\n",
            "#cloud-config\nruncmd:\n  - app:Tr0ub4dor3\n",
            "",
        ] {
            assert_eq!(given(text), None, "{text}");
        }
        assert_eq!(gives_password("a\necho 'b:Tr0ub4dor3' | chpasswd").map(|(_, start)| start), Some(2));
    }
}
