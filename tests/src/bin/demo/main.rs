//! Two people, three phones and a server, each a process of its own: what each person sees, and what the server's file holds of it.
//!
//! With `--keep`, or `KEEP=1` in the environment, it leaves the server running at the end and says how to go on by hand.

mod narration;
mod server_file;

use std::{path::Path, process::ExitCode};

use narration::{Phone, Story};
use tend_tests::process::{self, ServerProcess};

/// Every sentence and name that is used: none of it may be on the server.
mod words {
    pub const ALEXIS: &str = "Alexis";
    pub const ROBIN: &str = "Robin";
    pub const TEA: &str = "You brought me tea without a word. I felt seen.";
    pub const LAKE: &str = "A weekend in the little house by the lake";
    pub const BICYCLE: &str = "You fixed my bicycle before I was even up";
    pub const LISTENED: &str = "You listened to the whole story about my sister";
    pub const ALL: [&str; 8] = [ALEXIS, ROBIN, TEA, LAKE, BICYCLE, LISTENED, "they/them", "Alexis's tablet"];
}

fn main() -> ExitCode {
    for name in ["tend-server", "phone"] {
        if let Err(missing) = process::program(name) {
            Story::new().say(&missing);
            return ExitCode::FAILURE;
        }
    }
    let keep = std::env::var_os("KEEP").is_some_and(|keep| !keep.is_empty() && keep != "0")
        || std::env::args().skip(1).any(|word| word == "--keep");
    let folder = tempfile::tempdir().expect("a folder for the phones can be made");
    let (story, server) = tell(folder.path());
    if keep {
        go_on(story, &folder.keep(), server);
    }
    ExitCode::SUCCESS
}

/// The whole story. Returns it with the server, running.
fn tell(folder: &Path) -> (Story, ServerProcess) {
    let mut story = Story::new();
    story.title("Tend: two people, three phones, and a server that can read nothing");

    story.chapter("A server, and two phones");
    let mut server = ServerProcess::start(&folder.join("server"));
    story.say(&format!("A server starts on {}. It knows nobody.", server.url()));
    let alexis = Phone::new(folder, "alexis", "Alexis");
    let robin = Phone::new(folder, "robin", "Robin");
    let chosen = server.url();
    story.shows(&alexis, &["me", words::ALEXIS, "--pronouns", "they/them", "--server", &chosen]);
    story.shows(&robin, &["me", words::ROBIN, "--server", &chosen]);

    pair(&mut story, &alexis, &robin);
    appreciate(&mut story, &alexis, &robin);
    surprise(&mut story, &alexis, &robin);
    a_day(&mut story, &alexis, &robin);
    let tablet = second_device(&mut story, folder, &alexis);
    offline(&mut story, &mut server, &alexis, &robin);

    story.chapter("What the server has of all this");
    story.say("The tablet is still asleep, so the server keeps the last words for it.");
    server_file::show(&mut story, &server, &words::ALL);

    story.chapter("The tablet wakes up");
    process::sync_all(&[&alexis.process, &robin.process, &tablet.process]);
    story.shows(&tablet, &["appreciations"]);
    story.shows(&robin, &["notices"]);
    story.say("Every phone has everything, and the server has forgotten it:");
    server_file::show_entries(&mut story, &server);
    (story, server)
}

fn pair(story: &mut Story, alexis: &Phone, robin: &Phone) {
    story.chapter("Robin and Alexis connect");
    story
        .say("Alexis sends Robin an invite through any chat. Whoever reads along there gains nothing: before anything");
    story.say("is shared, both compare seven pictures, by voice or face.");
    process::offer(&alexis.process, &robin.process, "partner", "link");
    let [left, right] = process::compare(&alexis.process, &robin.process);
    story.side_by_side(["Alexis's phone", "Robin's phone"], &left, &right);
    story.shows(alexis, &["confirm"]);
    story.shows(robin, &["confirm"]);
    process::sync_all(&[&alexis.process, &robin.process]);
    story.shows(alexis, &["who"]);
    story.shows(robin, &["who"]);
}

fn appreciate(story: &mut Story, alexis: &Phone, robin: &Phone) {
    story.chapter("An appreciation, and thanks");
    story.shows(robin, &["appreciate", words::TEA]);
    alexis.process.run(&["sync"]);
    story.shows(alexis, &["appreciations"]);
    story.shows(alexis, &["thank", "1"]);
    robin.process.run(&["sync"]);
    story.shows(robin, &["appreciations"]);
}

fn surprise(story: &mut Story, alexis: &Phone, robin: &Phone) {
    story.chapter("A surprise stays a surprise");
    story.shows(alexis, &["surprise", words::LAKE]);
    process::sync_all(&[&alexis.process, &robin.process]);
    story.say("Both phones have synced. Robin's has not received a trace of it:");
    story.shows(robin, &["surprises"]);
    story.shows(robin, &["appreciations"]);
}

fn a_day(story: &mut Story, alexis: &Phone, robin: &Phone) {
    let sync = || process::sync_all(&[&alexis.process, &robin.process]);
    story.chapter("A day with Tend");
    story.say("Each says when they have time. Both phones find the same times by themselves:");
    story.shows(alexis, &["schedule", "set", "sun-19:00-21:00", "wed-20:00-21:30"]);
    robin.process.run(&["schedule", "set", "sun-18:00-20:30", "thu-20:00-22:00"]);
    sync();
    story.shows(alexis, &["schedule", "weeks"]);
    story.shows(alexis, &["schedule", "propose", "1"]);
    sync();
    story.shows(robin, &["today"]);
    story.shows(robin, &["schedule", "accept"]);
    sync();
    story.say("A few minutes for each other now, with one phone on the table:");
    story.shows(alexis, &["practice", "begin", "five-minute-mirror"]);
    story.shows(alexis, &["practice", "next"]);
    story.shows(alexis, &["practice", "finish"]);
    story.shows(alexis, &["today", "open"]);
    story.shows(
        alexis,
        &["rule", "add", "coffee", "--kind", "appreciation", "--daily", "--cue", "After the first coffee"],
    );
    story.shows(alexis, &["plan", "--days", "5"]);
    story.say("A locked screen shows none of these words, but “A moment for you”. And in German:");
    story.shows(alexis, &["today", "--language", "de"]);
}

fn second_device(story: &mut Story, folder: &Path, alexis: &Phone) -> Phone {
    story.chapter("Alexis has a tablet, too");
    story.say(
        "It takes the invite from the phone's screen. Before the phone hands the tablet the key to everything, both show",
    );
    story.say("the same seven pictures, and both ask their person.");
    let tablet = Phone::new(folder, "tablet", "Tablet").named("Alexis's tablet");
    process::link_device(&alexis.process, &tablet.process, "qr");
    process::sync_all(&[&alexis.process, &tablet.process]);
    story.shows(&tablet, &["who"]);
    story.shows(&tablet, &["appreciations"]);
    story.shows(&tablet, &["surprises"]);
    story.shows(alexis, &["devices"]);
    tablet
}

fn offline(story: &mut Story, server: &mut ServerProcess, alexis: &Phone, robin: &Phone) {
    story.chapter("The server is gone, and nobody has to wait");
    server.stop();
    story.shows(alexis, &["appreciate", words::BICYCLE]);
    story.shows(robin, &["appreciate", words::LISTENED]);
    story.say("The server is back. The phones catch up:");
    server.restart();
    process::sync_all(&[&alexis.process, &robin.process]);
    story.shows(alexis, &["appreciations"]);
    story.shows(robin, &["appreciations"]);
}

fn go_on(mut story: Story, folder: &Path, server: ServerProcess) {
    story.chapter("Go on by hand");
    let program = process::program("phone").unwrap_or_default();
    story.say(&format!("export TEND_HOME={}", folder.join("alexis").display()));
    story.say(&format!("{} --help", program.display()));
    story.say(&format!("{} appreciate \"…\"", program.display()));
    story.say(&format!("{} --home {} sync", program.display(), folder.join("robin").display()));
    let url = server.url();
    if let Some(id) = server.leave_running() {
        story.say(&format!(
            "The server listens on {url}. End it with `kill {id}`, and then remove {}.",
            folder.display()
        ));
    }
}
