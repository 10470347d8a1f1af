#![allow(warnings)]
use purlin::evaluate::terraform::*;
use purlin::source::*;
fn main() {
    let top = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let s = Sources::new(&top);
    let ids: Vec<_> = std::fs::read_dir(&top)
        .unwrap()
        .flatten()
        .filter_map(|e| {
            let n = e.file_name().to_string_lossy().into_owned();
            if n.ends_with(".tf") || n.ends_with(".tf.json") { s.load(&n).ok() } else { None }
        })
        .collect();
    if std::env::args().nth(2).is_some() {
        println!("{}", answer_configuration(&s, &ids, ".", &Inputs::default()));
        return;
    }
    let lines: Vec<serde_json::Value> =
        std::io::stdin().lines().map(|l| serde_json::from_str(&l.unwrap()).unwrap()).collect();
    let e: Vec<String> = lines.iter().map(|l| l["expr"].as_str().unwrap().to_string()).collect();
    for (l, a) in lines.iter().zip(answer_expressions(&s, &ids, ".", &Inputs::default(), &e)) {
        println!("{{\"id\":{},{}", l["id"], &a[1..]);
    }
}
