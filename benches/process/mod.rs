//! What a run of the binary uses.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// What the kernel counts CPU time in.
const TICKS_PER_SECOND: f64 = 100.0;

/// CPU time in seconds and peak memory in kilobytes of one `check` of a directory.
pub(crate) fn measure(dir: &Path) -> Result<(f64, u64), String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_purlin"))
        .args(["check", "--no-config", "--exit-zero", "--profile", "all", "-f", "json", "."])
        .current_dir(dir)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let used = watched(&child);
    let status = child.wait().map_err(|error| error.to_string())?;
    match (used, status.success()) {
        (Some(used), true) => Ok(used),
        (None, true) => Err("nothing on this system says what the run used".to_owned()),
        (_, false) => Err(format!("the run failed: {status}")),
    }
}

/// Watches a process until it has ended; its record stays until it is waited for.
fn watched(child: &Child) -> Option<(f64, u64)> {
    let mut peak = 0;
    loop {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
        let line = |name: &str| status.lines().find_map(|line| line.strip_prefix(name));
        let memory = line("VmHWM:").and_then(|text| text.trim().split(' ').next()?.parse().ok());
        peak = peak.max(memory.unwrap_or_default());
        if line("State:")?.trim_start().starts_with('Z') {
            break;
        }
        sleep(Duration::from_millis(1));
    }
    let stat = fs::read_to_string(format!("/proc/{}/stat", child.id())).ok()?;
    // The name of the program, in brackets, comes before the numbers.
    let (_, numbers) = stat.rsplit_once(')')?;
    let ticks = numbers.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<u32>().ok());
    let ticks = ticks.sum::<Option<u32>>()?;
    Some((f64::from(ticks) / TICKS_PER_SECOND, peak))
}

/// Processor time that this thread has used.
#[allow(dead_code, reason = "only one of the benches that share this measures inside")]
pub(crate) fn thread_time() -> Option<Duration> {
    let used = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    used.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
