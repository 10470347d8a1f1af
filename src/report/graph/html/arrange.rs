//! Boxes on a plane: those that are linked in rows, from top to bottom as the links lead; those that are not in
//! shelves. Whole numbers only, and no order but that of the input, so that the same boxes always stand the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Between boxes of one row, and of one shelf.
const GAP: i32 = 14;
/// Between rows: room for arrows to turn.
const AISLE: i32 = 38;
/// Times that layers are put in order, and that boxes are drawn to what they are linked with.
const SWEEPS: usize = 6;

/// A width and a height.
pub(super) type Size = (i32, i32);
/// Left and top.
pub(super) type Point = (i32, i32);

/// Where the left upper corners of boxes come, and what all of them take: as near as can be to `wide` times wider
/// than high, in percent.
pub(super) fn arrange(sizes: &[Size], links: &[(usize, usize)], wide: i64) -> (Vec<Point>, Size) {
    let mut blocks: Vec<Block> = Vec::new();
    for members in components(sizes.len(), links) {
        blocks.push(match members.as_slice() {
            [only] => Block { at: vec![(*only, (0, 0))], size: size_of(sizes, *only) },
            _ => layered(&members, sizes, links, wide),
        });
    }
    blocks.sort_by_key(|block| Reverse(block.size.1));
    let (corners, size) = shelves(&blocks, wide);
    let mut points = vec![(0, 0); sizes.len()];
    for (block, (left, top)) in blocks.iter().zip(corners) {
        for (item, (x, y)) in &block.at {
            if let Some(point) = points.get_mut(*item) {
                *point = (left + x, top + y);
            }
        }
    }
    (points, size)
}

/// Boxes that have found their places beside each other.
struct Block {
    at: Vec<(usize, Point)>,
    size: Size,
}

fn size_of(sizes: &[Size], item: usize) -> Size {
    sizes.get(item).copied().unwrap_or_default()
}

/// The items that links hold together, each list and all lists in order.
fn components(count: usize, links: &[(usize, usize)]) -> Vec<Vec<usize>> {
    fn top(parents: &mut [usize], item: usize) -> usize {
        let mut at = item;
        while let Some(parent) = parents.get(at).copied().filter(|parent| *parent != at) {
            // Halving the way keeps it short.
            let above = parents.get(parent).copied().unwrap_or(parent);
            if let Some(own) = parents.get_mut(at) {
                *own = above;
            }
            at = parent;
        }
        at
    }
    let mut parents: Vec<usize> = (0..count).collect();
    for (from, to) in links {
        let (one, other) = (top(&mut parents, *from), top(&mut parents, *to));
        if let Some(parent) = parents.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
    }
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for item in 0..count {
        found.entry(top(&mut parents, item)).or_default().push(item);
    }
    found.into_values().collect()
}

/// Widths that are tried, in percent of the one that the area of all would need at the wanted shape.
const WIDTHS: [i64; 7] = [60, 80, 100, 125, 160, 210, 300];

/// Of what comes of different widths, the one that could be drawn largest in the wanted shape.
fn best<T>(area: i64, least: i32, wide: i64, make: impl Fn(i32) -> (T, Size)) -> (T, Size) {
    let width = i64::from(root(area.saturating_mul(wide) / 100));
    let limit = |percent: i64| least.max(i32::try_from(width * percent / 100).unwrap_or(i32::MAX / 4)).max(1);
    let drawn = |size: Size| (i64::from(size.0) * 100).max(i64::from(size.1) * wide);
    let mut best = make(limit(100));
    for tried in WIDTHS.into_iter().filter(|percent| *percent != 100).map(|percent| make(limit(percent))) {
        if drawn(tried.1) < drawn(best.1) {
            best = tried;
        }
    }
    best
}

/// Blocks, highest first, in shelves.
fn shelves(blocks: &[Block], wide: i64) -> (Vec<Point>, Size) {
    let area: i64 = blocks.iter().map(|block| area((block.size.0 + GAP, block.size.1 + GAP))).sum();
    let widest = blocks.iter().map(|block| block.size.0).max().unwrap_or_default();
    best(area, widest, wide, |limit| shelves_within(blocks, limit))
}

/// Blocks in shelves of a width; low ones stand on each other within a shelf.
fn shelves_within(blocks: &[Block], limit: i32) -> (Vec<Point>, Size) {
    let mut corners = Vec::with_capacity(blocks.len());
    let (mut top, mut height, mut whole) = (0, 0, 0);
    // The column that is being filled: left, width, and how far down.
    let (mut left, mut width, mut down) = (0, 0, 0);
    for Block { size, .. } in blocks {
        if width > 0 && size.0 <= width && down + GAP + size.1 <= height {
            corners.push((left, top + down + GAP));
            down += GAP + size.1;
            continue;
        }
        if width > 0 && left + width + GAP + size.0 <= limit {
            left += width + GAP;
        } else {
            top += if width > 0 { height + GAP } else { 0 };
            (left, height) = (0, size.1);
        }
        (width, down) = (size.0, size.1);
        whole = whole.max(left + width);
        corners.push((left, top));
    }
    (corners, (whole, top + height))
}

fn area(size: Size) -> i64 {
    i64::from(size.0) * i64::from(size.1)
}

/// The square root, rounded down, as a length.
fn root(area: i64) -> i32 {
    i32::try_from(area.max(0).isqrt()).unwrap_or(i32::MAX / 4)
}

/// Linked boxes in rows.
fn layered(members: &[usize], sizes: &[Size], links: &[(usize, usize)], wide: i64) -> Block {
    let own: BTreeMap<usize, usize> = members.iter().enumerate().map(|(at, item)| (*item, at)).collect();
    let sizes: Vec<Size> = members.iter().map(|item| size_of(sizes, *item)).collect();
    let inside = links.iter().filter_map(|(from, to)| Some((*own.get(from)?, *own.get(to)?)));
    let links: BTreeSet<(usize, usize)> = inside.filter(|(from, to)| from != to).collect();
    let graph = Graph::new(sizes, links.into_iter().collect());
    let layers = graph.ordered(graph.layers());
    let all = graph.sizes.iter().map(|size| area((size.0 + GAP, size.1 + AISLE))).sum();
    let widest = graph.sizes.iter().map(|size| size.0).max().unwrap_or_default();
    let (points, size) = best(all, widest, wide, |limit| graph.placed(&graph.rows(&layers, limit)));
    Block { at: members.iter().copied().zip(points).collect(), size }
}

/// Items that are linked.
struct Graph {
    sizes: Vec<Size>,
    outgoing: Vec<Vec<usize>>,
    incoming: Vec<Vec<usize>>,
}

impl Graph {
    /// With links that lead back where they came from turned around.
    fn new(sizes: Vec<Size>, links: Vec<(usize, usize)>) -> Graph {
        let mut leads_to = vec![Vec::new(); sizes.len()];
        for (from, to) in &links {
            push(&mut leads_to, *from, *to);
        }
        let back = back_links(&leads_to);
        let mut graph =
            Graph { outgoing: vec![Vec::new(); sizes.len()], incoming: vec![Vec::new(); sizes.len()], sizes };
        let turned = links.into_iter().map(|(from, to)| match back.contains(&(from, to)) {
            true => (to, from),
            false => (from, to),
        });
        for (from, to) in turned.collect::<BTreeSet<_>>() {
            push(&mut graph.outgoing, from, to);
            push(&mut graph.incoming, to, from);
        }
        graph
    }

    fn size(&self, item: usize) -> Size {
        size_of(&self.sizes, item)
    }

    /// The layer of each item: behind all that lead to it, but as near as can be to what it leads to.
    fn layers(&self) -> Vec<Vec<usize>> {
        let count = self.sizes.len();
        let mut waiting: Vec<usize> = self.incoming.iter().map(Vec::len).collect();
        let mut ready: Vec<usize> = (0..count).filter(|item| waiting.get(*item) == Some(&0)).collect();
        let mut layer = vec![0usize; count];
        let mut order = Vec::with_capacity(count);
        while let Some(item) = ready.pop() {
            order.push(item);
            let next = layer.get(item).map_or(0, |own| own + 1);
            for to in self.outgoing.get(item).into_iter().flatten() {
                if let (Some(own), Some(left)) = (layer.get_mut(*to), waiting.get_mut(*to)) {
                    *own = next.max(*own);
                    *left -= 1;
                    if *left == 0 {
                        ready.push(*to);
                    }
                }
            }
        }
        for item in order.iter().rev() {
            let targets = self.outgoing.get(*item).into_iter().flatten();
            let nearest = targets.filter_map(|to| layer.get(*to)).min().copied();
            if let (Some(nearest), Some(own)) = (nearest, layer.get_mut(*item)) {
                *own = nearest.saturating_sub(1).max(*own);
            }
        }
        let mut layers = vec![Vec::new(); layer.iter().max().map_or(0, |most| most + 1)];
        for (item, own) in layer.into_iter().enumerate() {
            push(&mut layers, own, item);
        }
        layers.retain(|layer| !layer.is_empty());
        layers
    }

    /// The layers, each in an order in which few links cross.
    fn ordered(&self, mut layers: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        // A place within a layer, in parts of the layer: layers differ in length.
        let mut place = vec![0i64; self.sizes.len()];
        let number = |layer: &[usize], place: &mut Vec<i64>| {
            let length = i64::try_from(layer.len()).unwrap_or(1).max(1);
            for (at, item) in (0i64..).zip(layer) {
                if let Some(own) = place.get_mut(*item) {
                    *own = (2 * at + 1) * 1_000_000 / (2 * length);
                }
            }
        };
        layers.iter().for_each(|layer| number(layer, &mut place));
        for sweep in 0..SWEEPS {
            let forward = sweep % 2 == 0;
            let ends = if forward { &self.incoming } else { &self.outgoing };
            let mut turn: Vec<&mut Vec<usize>> = layers.iter_mut().collect();
            if !forward {
                turn.reverse();
            }
            for layer in turn {
                let wanted = |item: &usize| mean(ends.get(*item).into_iter().flatten(), &place);
                layer.sort_by_cached_key(|item| {
                    wanted(item).unwrap_or_else(|| place.get(*item).copied().unwrap_or_default())
                });
                number(layer, &mut place);
            }
        }
        layers
    }

    /// Layers as rows; one that is wider than the limit becomes several.
    fn rows(&self, layers: &[Vec<usize>], limit: i32) -> Vec<Vec<usize>> {
        let mut rows = Vec::new();
        for layer in layers {
            let width: i64 = layer.iter().map(|item| i64::from(self.size(*item).0 + GAP)).sum();
            let parts = (width - 1) / i64::from(limit.max(1)) + 1;
            let parts = usize::try_from(parts).unwrap_or(1).clamp(1, layer.len().max(1));
            // In turn, so that each part keeps the order and spans the width.
            let part = |first: usize| layer.iter().skip(first).step_by(parts).copied().collect();
            rows.extend((0..parts).map(part));
        }
        rows
    }

    /// The left upper corners of all items, and what they take.
    fn placed(&self, rows: &[Vec<usize>]) -> (Vec<Point>, Size) {
        let mut points: Vec<Point> = self.lefts(rows).into_iter().map(|left| (left, 0)).collect();
        let (mut top, mut bottom, mut right) = (0, 0, 0);
        for row in rows {
            for item in row {
                let (width, height) = self.size(*item);
                if let Some(point) = points.get_mut(*item) {
                    point.1 = top;
                    right = right.max(point.0 + width);
                }
                bottom = bottom.max(top + height);
            }
            top = bottom + AISLE;
        }
        (points, (right, bottom))
    }

    /// How far to the right each item comes: near the middle of what it is linked with, in its row's order.
    fn lefts(&self, rows: &[Vec<usize>]) -> Vec<i32> {
        let mut middles = vec![0i64; self.sizes.len()];
        for row in rows {
            let width: i32 = row.iter().map(|item| self.size(*item).0 + GAP).sum();
            let mut along = -i64::from(width) / 2;
            for item in row {
                let own = i64::from(self.size(*item).0);
                set(&mut middles, *item, along + own / 2);
                along += own + i64::from(GAP);
            }
        }
        for sweep in 0..=SWEEPS {
            let mut turn: Vec<&Vec<usize>> = rows.iter().collect();
            if sweep % 2 == 1 {
                turn.reverse();
            }
            for row in turn {
                let wanted = row.iter().map(|item| {
                    let ends = self.incoming.get(*item).into_iter().chain(self.outgoing.get(*item)).flatten();
                    mean(ends, &middles).or_else(|| middles.get(*item).copied()).unwrap_or_default()
                });
                let wanted: Vec<i64> = wanted.collect();
                for (item, middle) in row.iter().zip(self.apart(row, &wanted)) {
                    set(&mut middles, *item, middle);
                }
            }
        }
        let left = |item: usize, middle: i64| middle - i64::from(self.size(item).0) / 2;
        let least = middles.iter().enumerate().map(|(item, middle)| left(item, *middle)).min().unwrap_or(0);
        let lefts = middles.iter().enumerate().map(|(item, middle)| left(item, *middle) - least);
        lefts.map(|left| i32::try_from(left).unwrap_or(i32::MAX / 4)).collect()
    }

    /// Middles near the wanted ones at which no items overlap. Pushing right and pushing left both keep the items
    /// apart, so the mean of both does, too.
    fn apart(&self, row: &[usize], wanted: &[i64]) -> Vec<i64> {
        let half = |item: &usize| i64::from(self.size(*item).0 + 1) / 2;
        let pairs = || row.iter().map(half).zip(wanted.iter().copied());
        let mut pushed_right = Vec::with_capacity(row.len());
        let mut right = i64::MIN / 4;
        for (half, middle) in pairs() {
            let middle = middle.max(right + i64::from(GAP) + half);
            right = middle + half;
            pushed_right.push(middle);
        }
        let mut pushed_left = Vec::with_capacity(row.len());
        let mut left = i64::MAX / 4;
        for (half, middle) in pairs().rev() {
            let middle = middle.min(left - i64::from(GAP) - half);
            left = middle - half;
            pushed_left.push(middle);
        }
        let both = pushed_right.into_iter().zip(pushed_left.into_iter().rev());
        both.map(|(one, other)| (one + other).div_euclid(2)).collect()
    }
}

/// The links that lead to an item whose own links are being followed, in the order of the input.
fn back_links(leads_to: &[Vec<usize>]) -> BTreeSet<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Met {
        No,
        Open,
        Done,
    }
    let mut met = vec![Met::No; leads_to.len()];
    let mut back = BTreeSet::new();
    for start in 0..leads_to.len() {
        if met.get(start) != Some(&Met::No) {
            continue;
        }
        set(&mut met, start, Met::Open);
        let mut way = vec![(start, 0)];
        while let Some((item, next)) = way.last_mut() {
            let Some(to) = leads_to.get(*item).and_then(|list| list.get(*next)).copied() else {
                set(&mut met, *item, Met::Done);
                way.pop();
                continue;
            };
            *next += 1;
            match met.get(to) {
                Some(Met::No) => {
                    set(&mut met, to, Met::Open);
                    way.push((to, 0));
                }
                Some(Met::Open) => {
                    back.insert((*item, to));
                }
                _ => {}
            }
        }
    }
    back
}

/// The mean of the values of some items; none of none.
fn mean<'a>(items: impl Iterator<Item = &'a usize>, values: &[i64]) -> Option<i64> {
    let (mut sum, mut count) = (0i64, 0i64);
    for value in items.filter_map(|item| values.get(*item)) {
        sum += value;
        count += 1;
    }
    (count > 0).then(|| sum.div_euclid(count))
}

fn push<T>(lists: &mut [Vec<T>], at: usize, value: T) {
    if let Some(list) = lists.get_mut(at) {
        list.push(value);
    }
}

fn set<T>(values: &mut [T], at: usize, value: T) {
    if let Some(own) = values.get_mut(at) {
        *own = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn overlaps(points: &[Point], sizes: &[Size]) -> Option<(usize, usize)> {
        let meet = |one: i32, long: i32, other: i32, wide: i32| one < other + wide && other < one + long;
        let all = || points.iter().zip(sizes).enumerate();
        all().flat_map(|one| all().skip(one.0 + 1).map(move |other| (one, other))).find_map(
            |((a, (p, s)), (b, (q, t)))| {
                (meet(p.0, s.0, q.0, t.0) && meet(p.1, s.1, q.1, t.1)).then_some((a, b))
            },
        )
    }

    #[test]
    fn links_lead_down() {
        let sizes = [(100, 40); 4];
        let (points, _) = arrange(&sizes, &[(3, 0), (0, 1), (0, 2)], 130);
        let y = |item: usize| points[item].1;
        assert!(y(3) < y(0) && y(0) < y(1) && y(1) == y(2), "{points:?}");
        assert_eq!(points[0].0 + 50, (points[1].0 + points[2].0 + 100) / 2, "between what it leads to");
    }

    #[test]
    fn a_hub_does_not_make_one_long_row() {
        let sizes = vec![(200, 46); 101];
        let links: Vec<_> = (1..101).map(|item| (item, 0)).collect();
        let (points, size) = arrange(&sizes, &links, 130);
        assert!(size.0 < size.1 * 3 && size.1 < size.0 * 3, "{size:?}");
        assert!(points[1..].iter().all(|point| point.1 < points[0].1));
    }

    #[test]
    fn nothing_and_one() {
        assert_eq!(arrange(&[], &[], 130), (vec![], (0, 0)));
        assert_eq!(arrange(&[(7, 9)], &[(0, 0)], 130), (vec![(0, 0)], (7, 9)));
    }

    proptest! {
        #[test]
        fn no_box_covers_another(
            sizes in prop::collection::vec((1..400i32, 1..200i32), 1..40),
            links in prop::collection::vec((0..40usize, 0..40usize), 0..80),
        ) {
            let links: Vec<_> =
                links.into_iter().filter(|(from, to)| *from < sizes.len() && *to < sizes.len()).collect();
            let (points, size) = arrange(&sizes, &links, 130);
            prop_assert_eq!(overlaps(&points, &sizes), None);
            for (point, own) in points.iter().zip(&sizes) {
                prop_assert!(point.0 >= 0 && point.1 >= 0, "{:?}", point);
                prop_assert!(point.0 + own.0 <= size.0 && point.1 + own.1 <= size.1, "{:?} {:?}", point, size);
            }
            prop_assert_eq!(arrange(&sizes, &links, 130), (points, size));
        }
    }
}
