//! What is in the server's one file.

use std::{collections::BTreeMap, fs};

use rusqlite::{Connection, OpenFlags};
use tend_tests::{process::ServerProcess, search::Search};

use crate::narration::Story;

/// Searches the file and its write-ahead log for the words, then shows what there is instead.
pub fn show(story: &mut Story, server: &ServerProcess, words: &[&str]) {
    let search = Search::new(words.iter().copied());
    let mut bytes = fs::read(server.database()).unwrap_or_default();
    bytes.extend(fs::read(server.write_ahead_log()).unwrap_or_default());
    story.say(&format!(
        "Its file and the log next to it have {} KiB. In them the {} names and sentences of this",
        bytes.len() / 1024,
        words.len()
    ));
    story.say(&format!(
        "story were searched for, in {} spellings: as text, in base 64, in hex, escaped, and in all that",
        search.needles()
    ));
    let found = search.find(&bytes);
    story.say(&format!("inflates. Found: {}.", if found.is_empty() { "none".into() } else { format!("{found:?}") }));
    assert!(found.is_empty(), "the server holds words");
    story.say("What it does hold:");
    let devices = count(server, "device");
    let spaces = count(server, "space");
    let packages = count(server, "key_package WHERE bytes IS NOT NULL");
    story.say(&format!("  {devices:>4}  devices, each by a public key"));
    story.say(&format!("  {spaces:>4}  spaces, and which devices are in them"));
    story.say(&format!("  {packages:>4}  key packages to add devices with"));
    show_entries(story, server);
    let newest = "SELECT bytes FROM entry WHERE bytes IS NOT NULL ORDER BY taken_at DESC, seq DESC LIMIT 1";
    let entry: Vec<u8> = open(server).query_row(newest, [], |row| row.get(0)).expect("an entry waits for the tablet");
    story.say("The last of them, as the server has it, begins:");
    for row in entry.chunks(16).take(4) {
        let hex: Vec<_> = row.iter().map(|byte| format!("{byte:02x}")).collect();
        let text: String = row.iter().map(|&b| if b.is_ascii_graphic() { char::from(b) } else { '.' }).collect();
        story.say(&format!("        {:<47}  {text}", hex.join(" ")));
    }
}

/// The entries of all logs, by their sizes.
pub fn show_entries(story: &mut Story, server: &ServerProcess) {
    let file = open(server);
    let mut sizes = BTreeMap::<i64, u32>::new();
    let mut statement =
        file.prepare("SELECT length(bytes) FROM entry WHERE bytes IS NOT NULL").expect("the server's schema");
    for size in statement.query_map([], |row| row.get(0)).expect("the server's schema").flatten() {
        *sizes.entry(size).or_default() += 1;
    }
    let total: u32 = sizes.values().sum();
    story.say(&format!("  {total:>4}  sealed entries, and when each came"));
    for (size, count) in sizes {
        story.say(&format!("          {count:>4} of {size} bytes"));
    }
}

fn count(server: &ServerProcess, what: &str) -> i64 {
    open(server).query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get(0)).expect("the server's schema")
}

fn open(server: &ServerProcess) -> Connection {
    Connection::open_with_flags(server.database(), OpenFlags::SQLITE_OPEN_READ_ONLY).expect("the server's file opens")
}
