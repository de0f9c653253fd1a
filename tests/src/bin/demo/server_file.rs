//! What lies in the server's one file.

use std::{collections::BTreeMap, fs, path::Path};

use rusqlite::{Connection, OpenFlags};
use tend_tests::{process::ServerProcess, search::Search};

use crate::narration::Story;

/// Searches the file and its write-ahead log for the words, then shows what there is instead.
pub fn show(story: &mut Story, server: &ServerProcess, words: &[&str]) {
    let search = Search::new(words.iter().copied());
    let mut bytes = fs::read(server.database()).unwrap_or_default();
    bytes.extend(fs::read(server.write_ahead_log()).unwrap_or_default());
    story.say(&format!("Its file and the log beside it have {} KiB. In them the {} names and sentences of this", bytes.len() / 1024, words.len()));
    story.say(&format!("story were searched for, in {} spellings: as text, in base 64, in hex, escaped, and in all that", search.needles()));
    let found = search.find(&bytes);
    story.say(&format!("inflates. Found: {}.", if found.is_empty() { "none".into() } else { format!("{found:?}") }));
    assert!(found.is_empty(), "the server holds words");
    story.say("What it does hold:");
    match holdings(&server.database()) {
        Ok(lines) => lines.iter().for_each(|line| story.say(&format!("  {line}"))),
        Err(error) => story.say(&format!("  (its file cannot be opened: {error})")),
    }
}

fn holdings(database: &Path) -> rusqlite::Result<Vec<String>> {
    let file = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let count = |what: &str| file.query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get::<_, i64>(0));
    let mut lines = vec![
        format!("{:>4}  devices, each by a public key", count("device")?),
        format!("{:>4}  spaces, and which devices are in them", count("space")?),
        format!("{:>4}  key packages to add devices with", count("key_package WHERE bytes IS NOT NULL")?),
    ];
    let mut sizes = BTreeMap::<i64, u32>::new();
    let mut statement = file.prepare("SELECT length(bytes) FROM entry WHERE bytes IS NOT NULL")?;
    for size in statement.query_map([], |row| row.get(0))? {
        *sizes.entry(size?).or_default() += 1;
    }
    let total: u32 = sizes.values().sum();
    lines.push(format!("{total:>4}  sealed entries, with the time at which each came. By their size in bytes:"));
    lines.extend(sizes.iter().map(|(size, count)| format!("          {count:>3} × {size}")));
    let newest = "SELECT bytes FROM entry WHERE bytes IS NOT NULL ORDER BY taken_at DESC, seq DESC LIMIT 1";
    if let Ok(entry) = file.query_row(newest, [], |row| row.get::<_, Vec<u8>>(0)) {
        lines.push("The last words that somebody wrote, as the server has them, begin:".into());
        lines.extend(entry.chunks(16).take(4).map(|row| {
            let hex: Vec<_> = row.iter().map(|byte| format!("{byte:02x}")).collect();
            let text: String = row.iter().map(|&b| if b.is_ascii_graphic() { char::from(b) } else { '.' }).collect();
            format!("      {:<47}  {text}", hex.join(" "))
        }));
    }
    Ok(lines)
}
