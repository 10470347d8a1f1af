#![allow(warnings)]
use purlin::evaluate::terraform::*;
use purlin::evaluate::*;
use purlin::source::*;
fn walk(dir: &std::path::Path, top: &std::path::Path, out: &mut Vec<String>) {
    for e in std::fs::read_dir(dir).unwrap().flatten() {
        let p = e.path();
        if p.is_dir() {
            walk(&p, top, out)
        } else if p.to_string_lossy().ends_with(".tf") {
            out.push(p.strip_prefix(top).unwrap().to_string_lossy().into_owned())
        }
    }
}
fn count(v: &Value, c: &mut std::collections::BTreeMap<String, usize>) {
    match &v.data {
        Data::Unknown(u) => {
            *c.entry(format!("{:?}", u.reason).split('(').next().unwrap().to_string()).or_default() += 1;
            if matches!(u.reason, Reason::Function(_) | Reason::Error) {
                *c.entry(format!("{:?}", u.reason)).or_default() += 1;
            }
        }
        Data::Sequence(_, i) => i.iter().for_each(|v| count(v, c)),
        Data::Mapping(_, m) => m.values().for_each(|v| count(v, c)),
        _ => {
            *c.entry("known".into()).or_default() += 1;
        }
    }
}
fn main() {
    let top = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let mut f = vec![];
    walk(&top, &top, &mut f);
    f.sort();
    let s = Sources::new(&top);
    let ids: Vec<_> = f.iter().filter_map(|p| s.load(p).ok()).collect();
    let t = std::time::Instant::now();
    let e = evaluate(&s, &ids, &Inputs::default());
    let n: usize = e.modules.iter().map(|m| m.resources.len()).sum();
    let mut c = Default::default();
    for m in &e.modules {
        for r in &m.resources {
            count(&r.attributes, &mut c);
        }
    }
    println!("{} files {} roots {} resources {:?} {:?}", ids.len(), e.modules.len(), n, t.elapsed(), c);
    let show = std::env::args().nth(2).is_some();
    let mut k: std::collections::BTreeMap<String, usize> = Default::default();
    for d in e.diagnostics.iter().chain(e.modules.iter().flat_map(|m| &m.diagnostics)) {
        *k.entry(d.message.split(|c: char| c == '"').next().unwrap().to_string()).or_default() += 1;
        if show {
            println!(
                "{}:{} {}",
                d.span.map(|p| s.file(p.file).path.to_string()).unwrap_or_default(),
                d.span.map(|p| s.position(p).line).unwrap_or(0),
                d.message
            );
        }
    }
    let mut k: Vec<_> = k.into_iter().collect();
    k.sort_by_key(|x| std::cmp::Reverse(x.1));
    for (m, n) in k.iter().take(12) {
        println!("   {n} {m}");
    }
}
