//! The processes of a browser, known by the home that they were started with (`proc(5)`).

use std::fs;
use std::path::Path;
use std::process::Command;

/// The folder in `/proc` of each.
fn of(home: &Path) -> impl Iterator<Item = fs::DirEntry> {
    let variable = format!("HOME={}", home.display());
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter(move |process| {
        let environment = fs::read(process.path().join("environ")).unwrap_or_default();
        environment
            .split(|byte| *byte == 0)
            .any(|entry| entry == variable.as_bytes())
    })
}

/// The ticks that all of them have worked: fields 14 and 15 of `stat`.
pub fn worked(home: &Path) -> u64 {
    let ticks = of(home).filter_map(|process| {
        let stat = fs::read_to_string(process.path().join("stat")).ok()?;
        // The second field is a name in brackets, which may hold anything.
        let (_, fields) = stat.rsplit_once(')')?;
        let fields = fields.split_whitespace().skip(11).take(2);
        Some(
            fields
                .filter_map(|field| field.parse::<u64>().ok())
                .sum::<u64>(),
        )
    });
    ticks.sum()
}

/// Ends all of them. A browser whose driver is gone would go on, and slow down every trial after it.
pub fn end(home: &Path) {
    let numbers: Vec<_> = of(home).map(|process| process.file_name()).collect();
    if !numbers.is_empty() {
        // Some have ended meanwhile; the guard sees to what is left.
        Command::new("kill").arg("-9").args(numbers).output().ok();
    }
}
