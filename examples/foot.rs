#![allow(warnings)]
use purlin::policy::compile::*;
fn walk(d: &std::path::Path, f: &mut Vec<(String, String)>) {
    for e in std::fs::read_dir(d).unwrap() {
        let p = e.unwrap().path();
        if p.is_dir() {
            walk(&p, f)
        } else if p.extension().is_some_and(|e| e == "rego") {
            f.push((p.to_str().unwrap().into(), std::fs::read_to_string(&p).unwrap()));
        }
    }
}
fn show(r: &[Read]) -> String {
    r.iter()
        .map(|r| {
            r.path
                .iter()
                .map(|s| match s {
                    Step::Key(k) => k.clone(),
                    Step::Any => "*".into(),
                })
                .collect::<Vec<_>>()
                .join(".")
                + if r.deep { "!" } else { "" }
        })
        .collect::<Vec<_>>()
        .join("  ")
}
fn main() {
    let mut f = vec![];
    walk(std::path::Path::new(&std::env::args().nth(1).unwrap()), &mut f);
    let (t, e) = PolicyTree::read(f);
    for e in e {
        println!("{e}")
    }
    for r in &t.rules {
        let fp = footprint(&r.module, t.modules(&[]));
        println!("{} {:?}", r.id(), fp.subjects);
        for (k, v) in &fp.attributes {
            println!("    {k}: {}", show(v));
        }
        if !fp.pod.is_empty() {
            println!("    pod: {}", show(&fp.pod));
        }
        if !fp.container.is_empty() {
            println!("    container: {}", show(&fp.container));
        }
        if !fp.labels.is_empty() {
            println!("    labels: {}", show(&fp.labels));
        }
    }
}
