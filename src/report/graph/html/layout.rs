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
/// The line of a frame that its name stands in, of an inner and of an outer one. That of an outer one grows with the
/// number of resources, as does the distance that the page is looked at from.
const TITLES: (i32, i32) = (20, 34);
/// Resources that can be looked at without going farther away.
const NEAR: usize = 160;
/// How many times wider than high frames are meant to be, in percent: the page and outer ones like a screen, inner
/// ones like the lines of a text, since what stands beside them is as high as they are.
const WIDE: (i64, i64) = (220, 130);
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
    let outer_title = outer_title(resources.len());
    let title = |frame: &Frame| if frame.parent.is_none() { outer_title } else { TITLES.0 };
    let mut corners: Vec<Vec<(i32, i32)>> = vec![Vec::new(); count + 1];
    // Inner frames first, since their sizes count; the page last.
    for at in (0..count).rev().chain([count]) {
        let items = held.get(at).map(Vec::as_slice).unwrap_or_default();
        let apart = if at == count { (outer_title - TITLES.1) / 2 } else { 0 };
        let spread = |(width, height): Size| (width + apart, height + apart);
        let sizes: Vec<Size> = items.iter().map(|item| spread(size_of(&layout, *item))).collect();
        let place: BTreeMap<Item, usize> = items.iter().enumerate().map(|(at, item)| (*item, at)).collect();
        let own = links.get(at).into_iter().flatten();
        let own = own.filter_map(|(from, to)| Some((*place.get(from)?, *place.get(to)?)));
        let inner = layout.frames.get(at).is_some_and(|frame| frame.parent.is_some());
        let (points, size) = arrange(&sizes, &own.collect::<Vec<_>>(), if inner { WIDE.0 } else { WIDE.1 });
        if let Some(list) = corners.get_mut(at) {
            *list = points;
        }
        match layout.frames.get_mut(at) {
            Some(frame) => {
                let least = title_width(&frame.name);
                frame.size = (size.0.max(least) + 2 * PADDING, size.1 + 2 * PADDING + title(frame));
            }
            None => layout.size = (size.0 + 2 * MARGIN, size.1 + 2 * MARGIN),
        }
    }
    // And from the page inwards to where everything is.
    for at in [count].into_iter().chain(0..count) {
        let inside =
            layout.frames.get(at).map(|frame| (frame.at.0 + PADDING, frame.at.1 + PADDING + title(frame)));
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

/// The line of an outer frame's name.
fn outer_title(resources: usize) -> i32 {
    let times = (resources * 100 / NEAR).isqrt().max(10);
    i32::try_from(times).unwrap_or(i32::MAX / 100).saturating_mul(TITLES.1) / 10
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
    use super::super::super::edges::{edges, resources};
    use super::*;
    use crate::graph::{DocumentReference, GraphDocument, Relation};
    use crate::report::graph::tests::document;
    use serde_json::json;

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

    /// Resources of two roots in nested modules, each referring to one further on.
    fn nested() -> GraphDocument {
        let mut document = document(json!({}));
        let model = document.resources["aws_x"][0].clone();
        let modules = [None, Some("module.a"), Some("module.a.module.b"), Some("module.c[0]")];
        let list: Vec<DocumentResource> = (0..60usize)
            .map(|at| {
                let root = if at % 3 == 0 { "one" } else { "two" };
                let module = modules[at % 4].map(str::to_owned);
                let name = format!("aws_x.n{at}");
                let address = module.as_ref().map_or(name.clone(), |module| format!("{module}.{name}"));
                let to = (at * 7 + 5) % 60;
                let reference = DocumentReference {
                    id: String::new(),
                    kind: "aws_x".to_owned(),
                    index: to,
                    relation: Relation::Refers,
                    via: Vec::new(),
                    reads: Vec::new(),
                };
                let references = if to == at { Vec::new() } else { vec![reference] };
                let id = format!("{root}//{address}");
                DocumentResource { id, address, root: root.to_owned(), module, references, ..model.clone() }
            })
            .collect();
        document.resources.insert("aws_x".to_owned(), list);
        document
    }

    #[test]
    fn everything_lies_in_its_frame_and_beside_the_rest() {
        let document = nested();
        let found = layout(&resources(&document), &edges(&document));
        let names: Vec<String> = found.frames.iter().map(|frame| frame.name.clone()).collect();
        assert_eq!(names.len(), 8, "{names:?}");
        type Box = ((i32, i32), Size);
        let inside = |((x, y), (width, height)): Box, ((left, top), (wide, high)): Box| {
            x >= left && y >= top && x + width <= left + wide && y + height <= top + high
        };
        let apart = |((x, y), (width, height)): Box, ((left, top), (wide, high)): Box| {
            x + width <= left || left + wide <= x || y + height <= top || top + high <= y
        };
        let frame = |at: usize| (found.frames[at].at, found.frames[at].size);
        let mut boxes: Vec<(Option<usize>, Box)> =
            (0..found.frames.len()).map(|at| (found.frames[at].parent, frame(at))).collect();
        boxes.extend(found.at.iter().zip(&found.frame_of).map(|(at, frame)| (Some(*frame), (*at, NODE))));
        for (number, (parent, own)) in boxes.iter().enumerate() {
            let around = parent.map_or(((0, 0), found.size), frame);
            assert!(inside(*own, around), "{own:?} in {around:?}");
            for (_, other) in boxes.iter().skip(number + 1).filter(|(other, _)| other == parent) {
                assert!(apart(*own, *other), "{own:?} beside {other:?}");
            }
        }
        let again = layout(&resources(&document), &edges(&document));
        assert_eq!((found.at, found.size), (again.at, again.size));
    }

    #[test]
    fn outer_names_grow_with_the_page() {
        assert_eq!((outer_title(0), outer_title(160)), (34, 34));
        assert!(outer_title(2_000) > 100 && outer_title(2_000) < 200);
    }
}
