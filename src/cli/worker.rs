//! Runs the work of a command on threads of their own: with stacks that deep input does not exhaust, within
//! a time limit, with a progress bar where somebody waits at a terminal.

use crate::lint::{Progress, Stage};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::io::IsTerminal;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, mpsc};
use std::time::{Duration, Instant};

/// Recursion in parsers and evaluator is bounded by depth; this is ample for those bounds.
const STACK_BYTES: usize = 64 << 20;

/// A run shorter than this shows no progress bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the bar is drawn.
const FRAME: Duration = Duration::from_millis(100);

/// The threads that work, which end with the process. What a run does in parallel stays among them.
static POOL: LazyLock<Option<ThreadPool>> = LazyLock::new(|| {
    let builder = ThreadPoolBuilder::new().thread_name(|_| "purlin".to_owned());
    builder.stack_size(STACK_BYTES).build().ok()
});

/// Why there is no result.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stopped {
    /// The time limit was reached.
    TimedOut,
    /// The work panicked, a bug of ours; the panic's own message is already on standard error.
    Panicked,
}

/// The stage a run has reached, shared between the thread that works and the one that draws.
#[derive(Debug, Default)]
pub(super) struct Watched {
    stage: AtomicUsize,
    items: AtomicUsize,
}

impl Progress for Watched {
    fn begin(&self, stage: Stage, items: Option<usize>) {
        self.items.store(items.unwrap_or(0), Ordering::Relaxed);
        self.stage.store(Stage::ALL.iter().position(|one| *one == stage).unwrap_or(0), Ordering::Relaxed);
    }
}

/// Runs `work` to its end, or until `limit` is over. With `bar`, draws one on standard error if that is a
/// terminal and the run is long. A run given up goes on in its thread until the process ends.
///
/// # Errors
/// See [`Stopped`].
pub(super) fn run<T: Send + 'static>(
    limit: Option<Duration>,
    bar: bool,
    work: impl FnOnce(&Watched) -> T + Send + 'static,
) -> Result<T, Stopped> {
    let Some(pool) = &*POOL else { return Err(Stopped::Panicked) };
    let watched = Arc::new(Watched::default());
    let (sender, receiver) = mpsc::channel();
    let shared = Arc::clone(&watched);
    pool.spawn(move || {
        // After a panic the sender is dropped, which tells the receiver.
        if let Ok(result) = catch_unwind(AssertUnwindSafe(|| work(&shared))) {
            // The receiver is gone once the time limit is over; then nobody wants the result.
            let _ = sender.send(result);
        }
    });
    wait(&receiver, limit, bar && std::io::stderr().is_terminal(), &watched)
}

#[expect(clippy::disallowed_methods, reason = "a time limit and a progress bar need a clock")]
fn wait<T>(
    receiver: &mpsc::Receiver<T>,
    limit: Option<Duration>,
    bar: bool,
    watched: &Watched,
) -> Result<T, Stopped> {
    let start = Instant::now();
    let mut shown: Option<ProgressBar> = None;
    let result = loop {
        let left = limit.map(|limit| limit.saturating_sub(start.elapsed()));
        let pause = match (bar, shown.is_some()) {
            (true, true) => FRAME,
            (true, false) => PATIENCE.saturating_sub(start.elapsed()),
            (false, _) => Duration::from_secs(3600),
        };
        match receiver.recv_timeout(left.map_or(pause, |left| left.min(pause))) {
            Ok(result) => break Ok(result),
            Err(mpsc::RecvTimeoutError::Disconnected) => break Err(Stopped::Panicked),
            Err(mpsc::RecvTimeoutError::Timeout) => {}
        }
        if limit.is_some_and(|limit| start.elapsed() >= limit) {
            break Err(Stopped::TimedOut);
        }
        if bar && start.elapsed() >= PATIENCE {
            draw(shown.get_or_insert_with(new_bar), watched);
        }
    };
    if let Some(bar) = shown {
        bar.finish_and_clear();
    }
    result
}

fn new_bar() -> ProgressBar {
    let length = u64::try_from(Stage::ALL.len()).unwrap_or(1);
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{spinner} {bar:20} {msg} {elapsed}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn draw(bar: &ProgressBar, watched: &Watched) {
    let at = watched.stage.load(Ordering::Relaxed);
    let items = watched.items.load(Ordering::Relaxed);
    let (doing, what) = match Stage::ALL.get(at).copied().unwrap_or(Stage::Discover) {
        Stage::Discover => ("looking for files", ""),
        Stage::Terraform => ("evaluating Terraform", "files"),
        Stage::Kubernetes => ("reading manifests", "files"),
        Stage::Graph => ("linking resources", "resources"),
        Stage::Rules => ("running rules", "rules"),
        Stage::Findings => ("placing findings", "violations"),
    };
    let message = if items == 0 { doing.to_owned() } else { format!("{doing} ({items} {what})") };
    bar.set_position(u64::try_from(at).unwrap_or(0));
    bar.set_message(message);
    bar.tick();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_comes_back_a_panic_and_a_time_limit_do_not_hang() {
        assert_eq!(run(None, false, |_| 7), Ok(7));
        assert_eq!(run::<()>(None, false, |_| panic!("on purpose")), Err(Stopped::Panicked));
        let (hold, held) = mpsc::channel::<()>();
        let stuck = run(Some(Duration::from_millis(20)), false, move |_| held.recv().is_ok());
        drop(hold);
        assert_eq!(stuck, Err(Stopped::TimedOut));
    }

    #[test]
    fn the_stack_is_deep() {
        fn depth(left: u32) -> u32 {
            let padding = std::hint::black_box([left; 64]);
            if left == 0 { 0 } else { padding[0].min(1) + depth(left - 1) }
        }
        assert_eq!(run(None, false, |_| depth(50_000)), Ok(50_000));
    }
}
