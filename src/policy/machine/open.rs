//! How the machine goes through values of which something is unknown.

use super::maybe::{self, is_gap, is_unknown};
use super::solve::Key;
use super::{Item, Machine, Stop};
use regorus::Value;

impl<'a> Machine<'a> {
    /// What lies at a key or position, or is an element of a set.
    pub(super) fn below_open(&mut self, item: &Item<'a>, key: &Value) -> Option<Item<'a>> {
        let value = item.value();
        let any = || Some(Item::Made(maybe::unknown()));
        match value {
            _ if is_unknown(value) => any(),
            Value::Array(_) | Value::Object(_) | Value::Set(_) if maybe::is_open(key) => any(),
            Value::Array(_) => {
                // What stands before it may be any number of elements.
                let up_to = key.as_u64().ok().and_then(|at| usize::try_from(at).ok()).unwrap_or(usize::MAX);
                let may_shift = self.first_mark(item).is_some_and(|mark| mark <= up_to);
                if may_shift { any() } else { item.below(key).map(taken) }
            }
            Value::Set(elements) if maybe::has_gap(value) => {
                let may_have = elements.iter().any(|element| maybe::same(element, key) != maybe::Truth::No);
                if may_have { any() } else { None }
            }
            Value::Object(_) => {
                let found = item.below(key);
                self.in_doubt |= found.is_some() && maybe::has_gap(value);
                found.or_else(|| if maybe::has_unknown_keys(value) { any() } else { None })
            }
            _ => item.below(key),
        }
    }

    /// Where in a list the first mark is. What is kept is looked through once: rules look up one by one in it.
    fn first_mark(&mut self, list: &Item<'a>) -> Option<usize> {
        let search = || {
            let Value::Array(items) = list.value() else { return None };
            items.iter().position(|one| maybe::has_no_place(one) || is_gap(one))
        };
        match list {
            Item::Kept(kept) => *self.first_marks.entry(std::ptr::from_ref(*kept)).or_insert_with(search),
            Item::Made(_) => search(),
        }
    }

    /// What lies in an object at a key, or at an array of keys, or `default`.
    pub(super) fn looked_up_open(
        &mut self,
        object: &Item<'a>,
        key: &Value,
        default: Item<'a>,
    ) -> Option<Item<'a>> {
        if !matches!(object.value(), Value::Object(_)) {
            return is_unknown(object.value()).then(|| Item::Made(maybe::unknown()));
        }
        let keys: Vec<&Value> = match key {
            Value::Array(keys) => keys.iter().collect(),
            key => vec![key],
        };
        let before = std::mem::take(&mut self.in_doubt);
        let found = keys.into_iter().try_fold(object.clone(), |item, key| self.below_open(&item, key));
        let may_miss = std::mem::replace(&mut self.in_doubt, before);
        match found {
            None => Some(default),
            Some(found) if may_miss && found.value() != default.value() => Some(Item::Made(maybe::unknown())),
            found => found,
        }
    }

    /// Whether a collection has a value, at a key if one is asked for.
    pub(super) fn member_open(
        &mut self,
        at: Option<&Item<'a>>,
        value: &Value,
        of: &Item<'a>,
    ) -> Result<Value, Stop> {
        let Some(at) = at else {
            self.spend(super::builtin::work(&[of.value()]))?;
            return Ok(maybe::member(value, of.value()));
        };
        let (found, in_doubt) = self.apart(|machine| Ok(machine.below_open(of, at.value())))?;
        Ok(match found.map(|found| maybe::same(found.value(), value)) {
            None | Some(maybe::Truth::No) => Value::Bool(false),
            Some(maybe::Truth::Yes) if !in_doubt => Value::Bool(true),
            Some(_) => maybe::unknown(),
        })
    }

    /// Does `then` for each element, or for anything where the elements are unknown, until it does not want more.
    pub(super) fn each_open(
        &mut self,
        of: &Item<'a>,
        then: &mut dyn FnMut(&mut Machine<'a>, Key<'_, 'a>, Item<'a>) -> Result<bool, Stop>,
    ) -> Result<bool, Stop> {
        let before = self.in_doubt;
        let value = of.value();
        let may_miss = maybe::has_gap(value);
        let mut go_on = |machine: &mut Machine<'a>, key: Key<'_, 'a>, item: Item<'a>| {
            if is_gap(item.value()) || key.is_gap() {
                return Ok(true);
            }
            let may_lack = is_unknown(item.value()) || maybe::has_no_place(item.value());
            machine.in_doubt = before || may_miss || may_lack;
            let more = then(machine, key, taken(item));
            machine.in_doubt = before;
            more
        };
        if is_unknown(value) || maybe::has_unknown_keys(value) {
            self.spend(1)?;
            let any = maybe::unknown();
            if !go_on(self, Key::Made(&any), Item::Made(any.clone()))? {
                return Ok(false);
            }
        }
        self.each_known(of, &mut go_on)
    }
}

/// What is taken out of a list.
fn taken<'a>(item: Item<'a>) -> Item<'a> {
    if maybe::is_one(item.value()) { Item::Made(maybe::unknown()) } else { item }
}

#[cfg(test)]
mod tests {
    use super::super::super::compile::{Module, Rules, compile};
    use super::super::{holes, run_open};
    use super::*;

    /// Whether a body may hold of an input in which `?` stands for what is unknown.
    fn may_hold(body: &str) -> bool {
        let text = format!(
            "package open\nkind(x) := \"known\" if x == \"y\"\nkind(x) := \"other\" if not x == \"y\"\n\
             level(x) := 1 if {{ x == \"y\" }} else := 2\ndeny contains 1 if {{ {body} }}"
        );
        let module = Module::parse("t.rego", &text).unwrap();
        let program =
            compile(&Rules::new([("t.rego", &module)]), &Rules::default(), "data.open.deny").unwrap();
        let input = r#"{"any": "?", "arn": "arn:aws:sqs:§:§:?", "root": "arn:aws:iam::§:root", "text": "x-?-z", "filled": "??", "net": "?/24", "wide": "10.?/8", "policy": "arn:§:iam::§:policy/a-§", "image": "?/app:§@§:§", "list": [1, "?"], "two": ["!", 1],
            "object": {"key": "?", "n": 1}, "sure": [1, 2]}"#;
        let input = Value::from_json_str(
            &input
                .replace('?', &holes::UNKNOWN.to_string())
                .replace('§', &holes::PLAIN.to_string())
                .replace('!', &maybe::ONE.to_string()),
        )
        .unwrap();
        let found = run_open(&program, &input, 100_000).unwrap();
        found.as_set().unwrap().iter().any(|element| !is_gap(element))
    }

    #[test]
    fn what_is_known_decides() {
        for body in [
            "input.any; input.object.n == 2",
            "input.text == \"y\"",
            "not startswith(input.text, \"x\")",
            "not endswith(input.text, \"-z\")",
            "endswith(lower(input.text), \"y\")",
            "not contains(input.text, \"x\")",
            "input.text in {\"a\", \"b\"}",
            "input.filled == \"\"",
            "split(input.net, \"/\")[1] == \"8\"",
            "to_number(split(input.net, \"/\")[1]) < 8",
            "every one in input.list { one == 2 }",
            "count(input.two) == 0",
            "input.two == [1]",
            "input.two[1] == 2",
            "not count(input.two) == 2",
            "[a] = input.two; a == 1",
            "not 1 in input.list",
            "some one in input.sure; one == 7",
            "level(input.text) == 1",
            "not kind(input.text) == \"other\"",
            "object.get(input, \"none\", 1) == 2",
            "count({one | some one in input.sure; one > input.any}) > 0; false",
            "[\"a\", input.any] == [\"b\", 1]",
            "input.net == \"10.0.0.0/8\"",
            "input.arn == \"*\"",
            "input.arn == \"arn:aws:sqs:*:*:q\"",
            "split(input.arn, \":\")[4] == \"*\"",
            "contains(input.root, \"*\")",
            "not split(input.root, \":\")[5] == \"root\"",
            "input.root == \"arn:aws:iam::1/2:root\"",
            "endswith(input.policy, \":aws:policy/AdministratorAccess\")",
            "contains(input.policy, \"/b\")",
            "startswith(input.root, \"arn:aws:iam::1:b\")",
            "input.text == input.net",
            "split(input.text, \"/\")[0] == \"11\"",
            "array.reverse(split(input.image, \"/\"))[0] == \"app\"",
            "startswith(array.reverse(split(input.image, \"/\"))[0], \"b\")",
            "not \"app:1@sha256:0\" in split(\"x/app:1@sha256:0\", \"/\")",
            "startswith(split(input.text, \"/\")[0], \"11\")",
        ] {
            assert!(!may_hold(body), "{body}");
        }
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "what is compared is long")]
    fn what_is_unknown_leaves_open() {
        for body in [
            "input.any",
            "not input.any",
            "input.any.deep[3] == 1",
            "input.text == \"x-1-z\"",
            "not input.text == \"x-1-z\"",
            "contains(input.text, \"a\")",
            "not contains(input.text, \"a\")",
            "count(input.text) == 9",
            "count(input.list) == 0",
            "input.two[0] == 7",
            "not input.two[0] == 7",
            "startswith(input.two[0], \"a\")",
            "some one in input.two; startswith(one, \"a\")",
            "some one in input.two; one == \"\"",
            "concat(\",\", input.two) == \"a,b\"",
            "sprintf(\"%v\", input.two) == \"x\"",
            "[a, 1] = input.two; startswith(a, \"x\")",
            "input.two == [\"\", 1]",
            "null in input.two",
            "array.concat(input.two, [2])[0] == 3",
            "count({x | some x in input.two}) == 1",
            "count([x | some x in input.two; x == 3]) == 0",
            "count(input.list) == 8",
            "input.list[7] == 1",
            "some one in input.list; one == 7",
            "every one in input.list { one == 1 }",
            "not {x | some x in input.list; x == 1} == {1}",
            "count([one | some one in input.list; one > 1]) == 0",
            "count({one | some one in input.sure; one > input.any}) == 1",
            "not 2 in {one | some one in input.sure; one == input.any}",
            "count(input.object) == 1",
            "not \"key\" in object.keys(input.object)",
            "object.get(input.object, \"key\", 1) == 3",
            "level(input.any) == 1",
            "level(input.any) == 2",
            "kind(input.any) == \"other\"",
            "{a | some a in input.sure} - {input.any} == {1}",
            "[a, b] := input.any; a == b",
            "[1, a] = input.list; a == 5",
            "input.any + 1 == 2",
            "split(input.wide, \".\")[1] == \"1\"",
            "regex.match(\"y\", input.text)",
            "some key, one in {input.any: 1}; key == \"k\"; one == 1",
            "{input.any: 1}.k == 1",
            "input.object == {\"n\": 1}",
            "input.arn == \"arn:aws:sqs:eu-west-1:111122223333:q\"",
            "split(input.arn, \":\")[3] == \"\"",
            "not split(input.any, \":\")",
            "split(input.arn, \":\")[4] == \"111122223333\"",
            "split(input.arn, \":\")[5] == \"*\"",
            "split(input.arn, \":\")[7] == \"a\"",
            "contains(input.arn, \"*\")",
            "contains(input.root, \"1\")",
            "input.root == \"arn:aws:iam::111122223333:root\"",
            "input.root == \"arn:aws:iam:::root\"",
            "endswith(input.policy, \":aws:policy/a-z\")",
            "endswith(input.policy, \"z\")",
            "contains(input.policy, \"/a-b\")",
            "contains(input.policy, \"b\")",
            "startswith(input.root, \"arn:aws:iam::1:r\")",
            "contains(input.text, \"x-a/b-z\")",
            "input.policy == input.root",
            "not input.text == input.text",
            "array.reverse(split(input.image, \"/\"))[0] == \"app:1@sha256:0\"",
            "array.reverse(split(input.image, \"/\"))[1] == \"registry\"",
            "split(input.image, \"/\")[0] == \"registry\"",
            "split(input.image, \"/\")[1] == \"app:1@sha256:0\"",
            "count(split(input.image, \"/\")) == 2",
            "count(split(input.image, \"/\")) == 4",
            "\"library\" in split(input.image, \"/\")",
            "array.reverse(split(input.text, \"/\"))[0] == \"x-1-z\"",
            "array.reverse(split(input.text, \"/\"))[1] == \"x-1\"",
            "split(input.text, \"/\")[0] == \"x-1\"",
            "split(input.text, \"/\")[1] == \"24\"",
            "count(split(input.text, \"/\")) == 2",
            "count(split(input.text, \"/\")) == 3",
        ] {
            assert!(may_hold(body), "{body}");
        }
    }
}
