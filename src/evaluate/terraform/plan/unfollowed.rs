//! Resources of modules whose source is not here, though the plan has them: what the user can change is the call,
//! so their values come from its arguments.

use super::address;
use super::configuration::Configuration;
use super::document::Plan;
use crate::evaluate::terraform::EvaluatedModule;
use crate::evaluate::terraform::module::Module;
use crate::evaluate::{LinkKind, Origin};
use crate::parse::hcl::ast::Block;
use crate::parse::tree::{Node, NodeKind};
use crate::source::Span;
use std::collections::BTreeMap;

/// Variables that one value is followed through.
const MAX_HOPS: usize = 24;

/// The calls that are here, in front of modules that are not.
pub(super) struct Unfollowed<'p, 'n> {
    configuration: &'p Configuration<'n>,
    /// Headers by address without instance keys.
    headers: BTreeMap<&'p str, Span>,
    root: &'p Module,
}

/// The call that a resource of such a module is blamed on.
pub(super) struct Call<'p, 'n> {
    pub(super) header: Span,
    configuration: &'p Configuration<'n>,
    /// The module instance that the resource lies in.
    module: String,
    /// The call in the root module that leads there.
    block: Option<&'p Block>,
}

impl<'p, 'n> Unfollowed<'p, 'n> {
    pub(super) fn new(
        source: &'p EvaluatedModule,
        root: &'p Module,
        plan: &'p Plan<'n>,
    ) -> Unfollowed<'p, 'n> {
        let headers = source.calls.iter().map(|call| (&*call.address, call.header)).collect();
        Unfollowed { configuration: &plan.configuration, headers, root }
    }

    /// The innermost call of those that lead to a module instance.
    pub(super) fn call(&self, module: &str) -> Option<Call<'p, 'n>> {
        let path = address::without_keys(module);
        let mut at = path.as_str();
        while !at.is_empty() {
            if let Some(header) = self.headers.get(at) {
                let outermost = path.split('.').nth(1).and_then(|name| self.root.calls.get(name));
                let block = outermost.filter(|block| block.header == *header);
                return Some(Call {
                    header: *header,
                    configuration: self.configuration,
                    module: module.to_owned(),
                    block,
                });
            }
            at = at.rsplit_once(".module.").map_or("", |(before, _)| before);
        }
        None
    }
}

impl<'n> Call<'_, 'n> {
    /// The way of a value that an expression in the module sets: the argument of the call, where it is a copy of
    /// one; none where it is not, or the module's own default.
    pub(super) fn argument(&self, expression: &'n Node) -> Option<Origin> {
        let block = self.block?;
        let (mut expression, mut module) = (expression, self.module.as_str());
        for _ in 0..MAX_HOPS {
            let name = only_variable(expression)?;
            let (caller, call, _) = address::call_of(module)?;
            if caller.is_empty() {
                let argument = block.body.attributes.iter().find(|argument| &*argument.name.text == name)?;
                let kind = LinkKind::Argument { call: call.into(), name: name.into() };
                return Some(Origin::new(kind, argument.span, vec![Origin::literal(argument.value.span)]));
            }
            let calls = self.configuration.module(&address::without_keys(caller))?;
            expression = calls.call(call)?.get("expressions")?.get(name)?;
            module = caller;
        }
        None
    }

    /// Where what is set nowhere else is blamed.
    pub(super) fn origin(&self) -> Origin {
        Origin::literal(self.header)
    }
}

/// The variable that is all an expression refers to.
fn only_variable(expression: &Node) -> Option<&str> {
    let NodeKind::Sequence(items) = &expression.get("references")?.kind else { return None };
    let mut names = items.iter().filter_map(Node::as_str).map(|text| {
        let rest = text.strip_prefix("var.")?;
        rest.split(['.', '[']).next()
    });
    let first = names.next()??;
    names.all(|name| name == Some(first)).then_some(first)
}
