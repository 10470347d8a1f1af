//! How far a run has come, for whoever shows it.

/// What a run is doing. In this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Finding and recognising files.
    Discover,
    /// Reading and evaluating Terraform.
    Terraform,
    /// Reading Kubernetes manifests.
    Kubernetes,
    /// Linking resources.
    Graph,
    /// Running rules.
    Rules,
    /// Placing findings.
    Findings,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Stage; 6] =
        [Stage::Discover, Stage::Terraform, Stage::Kubernetes, Stage::Graph, Stage::Rules, Stage::Findings];
}

/// Is told when a stage begins.
pub trait Progress: Sync {
    /// A stage begins; `items` is how many things it has to do, where that is known.
    fn begin(&self, stage: Stage, items: Option<usize>);
}

/// Nobody is watching.
impl Progress for () {
    fn begin(&self, _: Stage, _: Option<usize>) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    struct Seen(Mutex<Vec<Stage>>);

    impl Progress for Seen {
        fn begin(&self, stage: Stage, _: Option<usize>) {
            self.0.lock().unwrap().push(stage);
        }
    }

    #[test]
    fn a_run_goes_through_every_stage_once() {
        let seen = Seen(Mutex::default());
        let paths = vec!["testdata/demo".into()];
        crate::lint::check(&crate::lint::Settings { paths, ..Default::default() }, &seen);
        assert_eq!(*seen.0.lock().unwrap(), Stage::ALL);
    }
}
