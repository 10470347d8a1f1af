//! Where everything stands on the page: root modules and scopes as frames, modules and namespaces as frames within
//! them, resources in the innermost.

use super::super::edges::Edge;
use super::arrange::{Size, arrange};
use crate::graph::DocumentResource;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a resource takes.
pub(super) const NODE: Size = (184, 44);
/// Between a frame and what it holds.
const PADDING: i32 = 13;
/// The line of a frame that its name stands in, of an inner and of an outer one.
const TITLES: (i32, i32) = (20, 34);
/// Between frames of the page.
const MARGIN: i32 = 24;
/// Frames within frames; what lies deeper shares one.
const DEEPEST: usize = 8;

/// What a frame stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum FrameKind {
    /// A root module of Terraform.
    Root,
    /// Kubernetes objects that are applied together.
    Scope,
    /// An instance of a module.
    Module,
    /// A Kubernetes namespace.
    Namespace,
}

/// A frame around what belongs together.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) kind: FrameKind,
    pub(super) name: String,
    /// The frame around it.
    pub(super) parent: Option<usize>,
    pub(super) at: (i32, i32),
    pub(super) size: Size,
}

impl Frame {
    /// What its name takes.
    fn title(&self) -> i32 {
        if self.parent.is_none() { TITLES.1 } else { TITLES.0 }
    }
}

/// The whole page.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Outer ones before inner ones.
    pub(super) frames: Vec<Frame>,
    /// The frame of each resource.
    pub(super) frame_of: Vec<usize>,
    /// The left upper corner of each resource.
    pub(super) at: Vec<(i32, i32)>,
    pub(super) size: Size,
}

/// What a frame or the page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    Frame(usize),
    Node(usize),
}

/// Lays out resources with the links between them.
pub(super) fn layout(resources: &[&DocumentResource], edges: &[Edge]) -> Layout {
    let mut layout = framed(resources);
    let count = layout.frames.len();
    // What each frame holds, and behind the last one what the page does.
    let mut held: Vec<Vec<Item>> = vec![Vec::new(); count + 1];
    let mut hold = |frame: Option<usize>, item: Item| {
        if let Some(items) = held.get_mut(frame.unwrap_or(count)) {
            items.push(item);
        }
    };
    for (at, frame) in layout.frames.iter().enumerate() {
        hold(frame.parent, Item::Frame(at));
    }
    for (node, frame) in layout.frame_of.iter().enumerate() {
        hold(Some(*frame), Item::Node(node));
    }
    let links = lifted(&layout, edges, count);
    let mut corners: Vec<Vec<(i32, i32)>> = vec![Vec::new(); count + 1];
    // Inner frames first, since their sizes count; the page last.
    for at in (0..count).rev().chain([count]) {
        let items = held.get(at).map(Vec::as_slice).unwrap_or_default();
        let sizes: Vec<Size> = items.iter().map(|item| size_of(&layout, *item)).collect();
        let place: BTreeMap<Item, usize> = items.iter().enumerate().map(|(at, item)| (*item, at)).collect();
        let own = links.get(at).into_iter().flatten();
        let own = own.filter_map(|(from, to)| Some((*place.get(from)?, *place.get(to)?)));
        let (points, size) = arrange(&sizes, &own.collect::<Vec<_>>());
        if let Some(list) = corners.get_mut(at) {
            *list = points;
        }
        match layout.frames.get_mut(at) {
            Some(frame) => {
                let least = title_width(&frame.name);
                frame.size = (size.0.max(least) + 2 * PADDING, size.1 + 2 * PADDING + frame.title());
            }
            None => layout.size = (size.0 + 2 * MARGIN, size.1 + 2 * MARGIN),
        }
    }
    // And from the page inwards to where everything is.
    for at in [count].into_iter().chain(0..count) {
        let inside =
            layout.frames.get(at).map(|frame| (frame.at.0 + PADDING, frame.at.1 + PADDING + frame.title()));
        let (left, top) = inside.unwrap_or((MARGIN, MARGIN));
        for (item, (x, y)) in held.get(at).into_iter().flatten().zip(corners.get(at).into_iter().flatten()) {
            let own = match item {
                Item::Frame(frame) => layout.frames.get_mut(*frame).map(|frame| &mut frame.at),
                Item::Node(node) => layout.at.get_mut(*node),
            };
            if let Some(own) = own {
                *own = (left + x, top + y);
            }
        }
    }
    layout
}

/// Room for the beginning of a name.
fn title_width(name: &str) -> i32 {
    i32::try_from(name.chars().count().min(30)).unwrap_or(30) * 7
}

fn size_of(layout: &Layout, item: Item) -> Size {
    match item {
        Item::Frame(at) => layout.frames.get(at).map_or((0, 0), |frame| frame.size),
        Item::Node(_) => NODE,
    }
}

/// The frames, with nothing in its place yet.
fn framed(resources: &[&DocumentResource]) -> Layout {
    let mut layout = Layout { at: vec![(0, 0); resources.len()], ..Layout::default() };
    let mut known: BTreeMap<(Option<usize>, FrameKind, String), usize> = BTreeMap::new();
    for resource in resources {
        let mut parent = None;
        for (kind, name) in frames_of(resource) {
            let next = layout.frames.len();
            let at = *known.entry((parent, kind, name.clone())).or_insert(next);
            if at == next {
                layout.frames.push(Frame { kind, name, parent, at: (0, 0), size: (0, 0) });
            }
            parent = Some(at);
        }
        layout.frame_of.push(parent.unwrap_or_default());
    }
    layout
}

/// The frames that a resource lies in, from the outermost.
fn frames_of(resource: &DocumentResource) -> Vec<(FrameKind, String)> {
    let declared = resource.id.ends_with(&format!("//{}", resource.address));
    let outer = if declared { FrameKind::Root } else { FrameKind::Scope };
    let mut frames = vec![(outer, resource.root.clone())];
    let modules = resource.module.as_deref().map(module_calls).unwrap_or_default();
    frames.extend(modules.into_iter().take(DEEPEST).map(|call| (FrameKind::Module, call)));
    if !declared && let Some(namespace) = &resource.namespace {
        frames.push((FrameKind::Namespace, namespace.clone()));
    }
    frames
}

/// The calls in the address of a module: `module.a["x.y"].module.b` has two.
fn module_calls(address: &str) -> Vec<String> {
    let mut calls: Vec<String> = Vec::new();
    let (mut quoted, mut escaped, mut brackets) = (false, false, 0usize);
    let mut start = 0;
    for (at, character) in address.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => brackets += 1,
            ']' if !quoted => brackets = brackets.saturating_sub(1),
            '.' if !quoted
                && brackets == 0
                && address.get(at..).is_some_and(|rest| rest.starts_with(".module.")) =>
            {
                calls.push(address.get(start..at).unwrap_or_default().to_owned());
                start = at + 1;
            }
            _ => {}
        }
    }
    calls.push(address.get(start..).unwrap_or_default().to_owned());
    calls
}

/// For each frame, and behind them for the page, the links between what it holds: a link between resources in
/// different frames is one between those frames.
fn lifted(layout: &Layout, edges: &[Edge], count: usize) -> Vec<BTreeSet<(Item, Item)>> {
    let way = |node: usize| {
        let mut way = vec![Item::Node(node)];
        let mut next = layout.frame_of.get(node).copied();
        while let Some(frame) = next {
            way.push(Item::Frame(frame));
            next = layout.frames.get(frame).and_then(|frame| frame.parent);
        }
        way.reverse();
        way
    };
    let mut links = vec![BTreeSet::new(); count + 1];
    for edge in edges {
        let (from, to) = (way(edge.from), way(edge.to));
        let shared = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
        let holder = match shared.checked_sub(1).and_then(|last| from.get(last)) {
            Some(Item::Frame(frame)) => *frame,
            _ => count,
        };
        if let (Some(own), Some(one), Some(other)) = (links.get_mut(holder), from.get(shared), to.get(shared))
        {
            own.insert((*one, *other));
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_addresses_have_calls() {
        let calls = |address: &str| module_calls(address).join(" ");
        assert_eq!(calls("module.a"), "module.a");
        assert_eq!(calls("module.a.module.b[0]"), "module.a module.b[0]");
        assert_eq!(
            calls(r#"module.a["x.module.y\".module.z"].module.module"#),
            r#"module.a["x.module.y\".module.z"] module.module"#
        );
    }
}
