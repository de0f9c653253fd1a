//! Which server a phone talks to: one that proves the key that it knows, at whatever address, and another only when its person meant it.

use std::collections::BTreeMap;

use tend_core::{
    InviteView, InviteWay, TendError,
    sync::{Failure, Request, Role, SpaceStatus},
};
use tend_protocol::{Call, Challenge, ErrorCode, Identify, OpenSession, Pull, Register, decode};
use tend_tests::simulation::{Phone, Server, Time, memory_folder};

use super::couple::{ALEX, Couple, ROBIN};

const HERE: &str = "https://here.example.org";
const THERE: &str = "https://there.example.org";
const ELSEWHERE: &str = "https://elsewhere.example.org";

/// Phones, and servers by the address at which each answers.
struct Town {
    phones: Vec<Phone>,
    servers: BTreeMap<&'static str, Server>,
    /// A second address of a server.
    alias: Option<(&'static str, &'static str)>,
    /// All that was sent, with its address.
    sent: Vec<(String, Request)>,
    time: Time,
    folder: tempfile::TempDir,
}

impl Town {
    fn new(addresses: &[&'static str]) -> Self {
        let (folder, time) = (memory_folder(), Time::new());
        let phones: Vec<_> = (0..3).map(|i| Phone::new(folder.path(), 1, i % 2, i as u64, &time, 0)).collect();
        for (phone, name) in phones.iter().zip(["Alex", "Robin"]) {
            phone.tend().people().set_me(name, "", None).unwrap();
        }
        let mut town = Self { phones, servers: BTreeMap::new(), alias: None, sent: Vec::new(), time, folder };
        for address in addresses {
            town.set_up(address, 1);
        }
        town
    }

    /// A server that was never there before.
    fn set_up(&mut self, address: &'static str, seed: u64) {
        let folder = self.folder.path().join(format!("{}-{seed}", address.replace('/', "")));
        std::fs::create_dir_all(&folder).unwrap();
        self.servers.insert(address, Server::new(&folder, seed + address.len() as u64 * 100, &self.time));
    }

    fn serve(&mut self, request: &Request) -> Result<Vec<u8>, Failure> {
        self.sent.push((request.server.clone(), request.clone()));
        let alias = self.alias.filter(|(alias, _)| *alias == request.server).map(|(_, address)| address);
        let address = alias.unwrap_or(&request.server);
        self.servers.get(address).ok_or(Failure::Unreachable)?.serve(request)
    }

    fn round(&mut self, phone: usize) -> Result<(), &'static str> {
        self.sent.clear();
        let syncing = self.phones[phone].tend().syncing();
        syncing.begin(true);
        let mut failed = None;
        for _ in 0..300 {
            let Some(request) = syncing.next_request().unwrap() else {
                return failed.map_or(Ok(()), |failure: Failure| Err(TendError::from(failure).code));
            };
            let answer = self.serve(&request);
            let failure = answer.as_ref().err().cloned();
            let taken = syncing.take_answer(&request, answer).unwrap();
            if taken.wait.is_some() {
                return Err(TendError::from(taken.failure.or(failure).unwrap_or(Failure::Malformed)).code);
            }
            failed = taken.failure.or(failed);
        }
        Err("endless")
    }

    fn rounds(&mut self, phones: &[usize]) {
        for _ in 0..6 {
            self.time.pass(30);
            for phone in phones {
                let _ = self.round(*phone);
            }
        }
    }

    fn uses(&self, phone: usize, address: &str) {
        self.phones[phone].tend().pairing().use_server(address, None).unwrap();
    }

    fn server_of(&self, phone: usize) -> Option<String> {
        self.phones[phone].tend().pairing().server().unwrap()
    }

    fn invite(&mut self, from: usize, to: usize, way: InviteWay) -> InviteView {
        let invite = self.phones[from].tend().pairing().invite_partner(way).unwrap();
        self.phones[to].tend().pairing().accept(&invite.text).unwrap()
    }

    /// The third phone becomes another one of Robin's.
    fn link(&mut self) {
        let link = self.phones[ROBIN].tend().pairing().invite_device(InviteWay::InPerson).unwrap();
        self.phones[2].tend().pairing().accept(&link.text).unwrap();
        for _ in 0..4 {
            self.rounds(&[2, ROBIN]);
            self.confirm(&[2, ROBIN]);
        }
    }

    /// Both say yes to what they compare.
    fn confirm(&self, phones: &[usize]) {
        for phone in phones {
            let pairing = self.phones[*phone].tend().pairing();
            for invite in pairing.invites().unwrap() {
                let _ = pairing.confirm(invite.id);
            }
        }
    }

    fn is_paired(&self, phone: usize) -> bool {
        let spaces = self.phones[phone].tend().syncing().spaces().unwrap();
        spaces.iter().any(|space| space.role == Role::Couple && space.status == SpaceStatus::Active)
    }

    fn paths_to(&self, address: &str) -> Vec<&'static str> {
        self.sent.iter().filter(|(to, _)| to == address).map(|(_, request)| request.path).collect()
    }

    /// Two who paired on one server.
    fn paired() -> Self {
        let mut town = Self::new(&[HERE]);
        town.uses(ALEX, HERE);
        town.round(ALEX).unwrap();
        town.invite(ALEX, ROBIN, InviteWay::InPerson);
        town.rounds(&[ROBIN, ALEX]);
        assert!(town.is_paired(ALEX) && town.is_paired(ROBIN));
        town
    }

    fn hears(&mut self, from: usize, to: usize, text: &str) {
        self.phones[from].tend().appreciations().write(text).unwrap();
        self.rounds(&[from, to]);
        let all = self.phones[to].tend().appreciations().all().unwrap();
        assert!(all.iter().any(|view| view.shared && view.text == text), "{text}");
    }
}

#[test]
fn an_invite_to_another_server_changes_nothing_until_both_have_said_yes() {
    let mut town = Town::new(&[HERE, THERE]);
    town.phones[ROBIN].tend().pairing().use_server(HERE, Some("of here")).unwrap();
    town.phones[ROBIN].tend().surprises().add("an idea").unwrap();
    town.rounds(&[ROBIN]);
    town.uses(ALEX, THERE);
    town.round(ALEX).unwrap();

    let accepted = town.invite(ALEX, ROBIN, InviteWay::Link);
    town.rounds(&[ALEX, ROBIN]);
    assert_eq!(town.server_of(ROBIN).as_deref(), Some(HERE));
    town.phones[ROBIN].tend().pairing().cancel(accepted.id).unwrap();
    town.rounds(&[ALEX, ROBIN]);
    assert_eq!((town.server_of(ROBIN).as_deref(), town.round(ROBIN)), (Some(HERE), Ok(())));
    assert_eq!(town.paths_to(THERE), [""; 0], "the invite is over");

    town.invite(ALEX, ROBIN, InviteWay::Link);
    for _ in 0..6 {
        for phone in [ALEX, ROBIN] {
            let _ = town.round(phone);
            for (to, request) in &town.sent {
                if request.path == Register::PATH && to == THERE {
                    assert_eq!(decode::<Register>(&request.body).unwrap().access_code, None, "another's access code");
                }
            }
        }
    }
    town.confirm(&[ALEX, ROBIN]);
    town.rounds(&[ALEX, ROBIN]);
    assert_eq!(town.server_of(ROBIN).as_deref(), Some(THERE));
    town.hears(ALEX, ROBIN, "from Alex");
    town.hears(ROBIN, ALEX, "from Robin");
    let spaces = town.phones[ROBIN].tend().syncing().spaces().unwrap();
    assert!(spaces.iter().all(|space| space.status == SpaceStatus::Active), "the own space is there too");
    assert_eq!(town.round(ROBIN), Ok(()));
    assert!(town.sent.iter().all(|(to, _)| to == THERE));

    // The own space works there: what was written before comes to the next device.
    town.link();
    let ideas = town.phones[2].tend().surprises().all().unwrap();
    assert_eq!(ideas.iter().map(|view| view.text.as_str()).collect::<Vec<_>>(), ["an idea"]);
}

/// A person with several devices cannot go to another server: the others would not know.
#[test]
fn who_is_not_alone_stays() {
    let mut town = Town::paired();
    town.set_up(THERE, 1);
    town.uses(2, THERE);
    town.round(2).unwrap();
    let invite = town.phones[2].tend().pairing().invite_partner(InviteWay::Link).unwrap();
    let refused = town.phones[ROBIN].tend().pairing().accept(&invite.text).unwrap_err();
    assert_eq!(refused.code, "already_paired");

    let mut town = Town::new(&[HERE, THERE]);
    town.uses(ROBIN, HERE);
    town.round(ROBIN).unwrap();
    town.link();
    town.uses(ALEX, THERE);
    town.round(ALEX).unwrap();
    let invite = town.phones[ALEX].tend().pairing().invite_partner(InviteWay::Link).unwrap();
    assert_eq!(town.phones[ROBIN].tend().pairing().accept(&invite.text).unwrap_err().code, "other_server");
    town.uses(ROBIN, THERE);
    assert_eq!(town.round(ROBIN), Err("other_server"));
    assert_eq!((town.round(ROBIN), town.server_of(ROBIN).as_deref()), (Ok(()), Some(HERE)));
}

#[test]
fn a_server_that_cannot_prove_its_key_gets_nothing() {
    let mut town = Town::new(&[THERE]);
    town.uses(ALEX, THERE);
    town.round(ALEX).unwrap();
    town.invite(ALEX, ROBIN, InviteWay::InPerson);
    town.set_up(THERE, 2);
    for _ in 0..2 {
        assert_eq!(town.round(ROBIN), Err("other_server"));
        assert_eq!(town.paths_to(THERE), [Identify::PATH]);
    }
    assert!(!town.is_paired(ROBIN));
}

#[test]
fn the_same_server_is_followed_to_another_address() {
    let mut town = Town::paired();
    town.alias = Some((THERE, HERE));
    for phone in [ALEX, ROBIN] {
        town.uses(phone, THERE);
        assert_eq!(town.round(phone), Ok(()));
        assert_eq!(town.paths_to(HERE), [""; 0], "it is there at once");
        assert_eq!(town.server_of(phone).as_deref(), Some(THERE));
    }
    town.hears(ALEX, ROBIN, "still here");
    // Somebody else's address is refused, and one that nobody answers at waits; all goes on meanwhile.
    town.set_up(ELSEWHERE, 1);
    town.uses(ROBIN, ELSEWHERE);
    assert_eq!(town.round(ROBIN), Err("other_server"));
    assert_eq!(town.paths_to(ELSEWHERE), [Identify::PATH]);
    town.uses(ROBIN, "https://nobody.example.org");
    assert_eq!(town.round(ROBIN), Err("offline"));
    town.hears(ALEX, ROBIN, "and here");
    assert_eq!(town.server_of(ROBIN).as_deref(), Some(THERE));
    assert!(town.phones[ROBIN].tend().notices().unread().unwrap().iter().all(|notice| notice.code != "repaired"));
}

/// Robin goes to Alex's server, the two part, and Robin comes back to where their own space was.
#[test]
fn who_comes_back_to_a_server_goes_on_in_the_own_space_there() {
    let mut town = Town::new(&[HERE, THERE]);
    let sam = 2;
    town.phones[sam].tend().people().set_me("Sam", "", None).unwrap();
    town.uses(ROBIN, HERE);
    town.uses(sam, HERE);
    town.uses(ALEX, THERE);
    town.phones[ROBIN].tend().surprises().add("A song").unwrap();
    town.rounds(&[ROBIN, ALEX, sam]);
    for (other, address) in [(ALEX, THERE), (sam, HERE)] {
        town.invite(other, ROBIN, InviteWay::InPerson);
        town.confirm(&[ROBIN]);
        town.rounds(&[ROBIN, other]);
        assert!(town.is_paired(ROBIN) && town.is_paired(other));
        assert_eq!(town.server_of(ROBIN).as_deref(), Some(address));
        let spaces = town.phones[ROBIN].tend().syncing().spaces().unwrap();
        assert!(spaces.iter().all(|space| space.status == SpaceStatus::Active), "{spaces:?}");
        town.hears(ROBIN, other, address);
        town.phones[ROBIN].tend().pairing().leave().unwrap();
        town.rounds(&[ROBIN, other]);
    }
    let link = town.phones[ROBIN].tend().pairing().invite_device(InviteWay::InPerson).unwrap();
    let tablet = Phone::new(town.folder.path(), 1, ROBIN, 9, &town.time, 0);
    tablet.tend().pairing().accept(&link.text).unwrap();
    town.phones.push(tablet);
    for _ in 0..4 {
        town.rounds(&[3, ROBIN]);
        town.confirm(&[3, ROBIN]);
    }
    let surprises = town.phones[3].tend().surprises().all().unwrap();
    assert_eq!(
        surprises.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(),
        ["A song"],
        "it went along both ways"
    );
}

/// A server that was lost and set up from scratch is another one; the person says that it is meant.
#[test]
fn a_server_that_was_set_up_anew_is_accepted_when_its_address_is_said_again() {
    let mut town = Town::paired();
    town.set_up(HERE, 2);
    town.time.pass(7200);
    assert_eq!(town.round(ALEX), Err("other_server"));
    assert!(!town.paths_to(HERE).contains(&Register::PATH));
    assert_eq!(town.round(ALEX), Err("other_server"));
    assert_eq!(town.paths_to(HERE), [Identify::PATH]);
    town.uses(ALEX, HERE);
    assert_eq!(town.round(ALEX), Ok(()));
    assert!(town.paths_to(HERE).contains(&Register::PATH));
}

/// A phone that slept between the challenge and its answer asks for another one, and does not register again.
#[test]
fn a_challenge_that_ran_out_is_asked_for_again() {
    let mut couple = Couple::new();
    couple.time.pass(7200);
    let (time, mut paths) = (couple.time.clone(), Vec::new());
    couple
        .round(ROBIN, |server, request| {
            if request.path == OpenSession::PATH && !paths.contains(&OpenSession::PATH) {
                time.pass(90);
            }
            paths.push(request.path);
            server.serve(request)
        })
        .unwrap();
    let opening: Vec<_> = paths.iter().filter(|path| [Challenge::PATH, OpenSession::PATH].contains(path)).collect();
    assert_eq!(opening, [&Challenge::PATH, &OpenSession::PATH, &Challenge::PATH, &OpenSession::PATH]);
    assert!(!paths.contains(&Register::PATH));
}

#[test]
fn a_server_that_refuses_every_session_is_left_alone() {
    for code in [ErrorCode::ChallengeOver, ErrorCode::UnknownDevice, ErrorCode::BadSignature] {
        let mut couple = Couple::new();
        couple.time.pass(7200);
        let outcome = couple.round(ROBIN, |server, request| {
            if request.path == OpenSession::PATH { Err(Failure::Refused(code.into())) } else { server.serve(request) }
        });
        assert_eq!(outcome, Err("server_refused"));
        couple.heals();
    }
}

/// On a link that breaks off long answers, a log comes in smaller pages, and each is kept.
#[test]
fn a_page_that_does_not_come_through_is_asked_for_smaller() {
    let mut couple = Couple::new();
    for n in 0..40 {
        couple.say(ALEX, &format!("{n}"));
    }
    let mut pages = 0;
    couple
        .round(ROBIN, |server, request| {
            let answer = server.serve(request)?;
            pages += u32::from(request.path == Pull::PATH);
            if request.path == Pull::PATH && answer.len() > 20_000 { Err(Failure::BrokenOff) } else { Ok(answer) }
        })
        .unwrap();
    assert!(pages > 3, "{pages}");
    couple.heals();
}

#[test]
fn a_removed_device_is_shut_out() {
    let mut town = Town::new(&[HERE]);
    town.uses(ROBIN, HERE);
    town.round(ROBIN).unwrap();
    town.link();
    let devices = town.phones[ROBIN].tend().devices().all().unwrap();
    let lost = devices.iter().find(|device| !device.is_this).unwrap().id;
    town.phones[ROBIN].tend().devices().remove(lost).unwrap();
    assert_eq!(town.round(ROBIN), Ok(()));
    assert_eq!(town.round(2), Err("device_revoked"));
    assert_eq!(town.round(ROBIN), Ok(()));
    assert!(!town.paths_to(HERE).contains(&"/v1/revoke-device"), "said once a session");
}
