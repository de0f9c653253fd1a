//! Devices that come and go, and who may say so.

use tend_core::{
    InviteWay,
    identity::Removal,
    sync::{Failure, SpaceStatus},
};
use tend_protocol::{Bytes, Call, LogPage, Pull, RevokeDevice, decode, encode};
use tend_tests::simulation::{
    Phone, Server,
    evil::{Keys, Padded, Payload},
};

use super::couple::{ACTIVE, ALEX, Couple, ROBIN, pulls};

/// The third phone: a person's tablet.
pub const TABLET: usize = 2;

impl Couple {
    /// A person's tablet, which is linked so far that it has published its key packages; nobody has added it yet.
    pub fn begin_linking(&mut self, person: usize) {
        let tablet = Phone::new(self.folder.path(), 1, person, 7, &self.time, 0);
        let invite = self.phones[person].tend().pairing().invite_device(InviteWay::InPerson).unwrap();
        tablet.tend().pairing().accept(&invite.text).unwrap();
        self.phones.push(tablet);
        while self.phones[TABLET].own_space() != self.phones[person].own_space() {
            self.honest(person);
            self.say_yes(&[person, TABLET]);
            self.honest(TABLET);
        }
    }

    /// All three sync until nobody has anything new.
    fn rest_of_three(&mut self) {
        for _ in 0..8 {
            self.time.pass(4000);
            for phone in [ALEX, ROBIN, TABLET] {
                let _ = self.round(phone, Server::serve);
            }
        }
    }
}

/// In the first generation no page is as the server gives it.
fn in_the_first(change: impl Fn(&mut LogPage)) -> impl FnMut(&mut LogPage) {
    move |page| {
        if page.current_generation == 0 {
            change(page);
        }
    }
}

/// Robin signs that a device of Alex's is removed: that takes back a certificate which Robin never gave.
#[test]
fn a_removal_of_anothers_device_bars_nobody() {
    let mut couple = Couple::new();
    couple.link_tablet(0);
    couple.rest_of_three();
    couple.read_notices();
    let at = couple.state(ROBIN).unwrap().cursor;
    let robin = Keys::of(&couple.phones[ROBIN]);
    let removed = [ALEX, TABLET].map(|phone| Keys::of(&couple.phones[phone]).certificate.device);
    let controls = removed.map(|device| {
        let removal = ciborium::Value::serialized(&Removal::issue(&robin.identity, device)).unwrap();
        ciborium::Value::Map(vec![(ciborium::Value::Text("removed".into()), removal)])
    });
    let payload = Payload { at, operations: vec![], controls: controls.to_vec() };
    let entry = couple.evil_message(&encode(&Padded(Bytes(encode(&payload)), Bytes(vec![]))));
    couple.alex_is_shown(&entry).unwrap();
    // Also in a new generation, for which the server is told who is removed.
    couple.round_of_pages(ALEX, in_the_first(|page| page.epoch += 1)).unwrap();
    couple.rest_of_three();
    couple.heals();
    couple.rest_of_three();
    assert_eq!((couple.shows(TABLET), couple.stands(TABLET)), (couple.shows(ALEX), ACTIVE));
}

#[test]
fn a_device_that_comes_with_a_new_generation_is_told_like_any_other() {
    let mut couple = Couple::new();
    couple.begin_linking(ROBIN);
    couple.round_of_pages(ROBIN, in_the_first(|page| page.epoch += 1)).unwrap();
    assert_eq!(couple.state(ROBIN).unwrap().generation, 1, "the tablet came with the generation");
    couple.rest_of_three();
    assert!(couple.told(ALEX).contains(&"partner-device-came"), "{:?}", couple.told(ALEX));
}

/// Robin's tablet cannot read its welcome, and opens a generation although it never met Alex's phone.
#[test]
fn who_is_left_out_of_a_generation_by_somebody_who_does_not_know_them_is_added_by_those_who_do() {
    let mut couple = Couple::new();
    couple.begin_linking(ROBIN);
    couple.honest(ROBIN);
    let spoil = in_the_first(|page| {
        for change in page.entries.iter_mut().filter_map(|entry| entry.change.as_mut()) {
            if let Some(welcome) = &mut change.welcome {
                welcome.0.reverse();
            }
        }
    });
    couple.round_of_pages(TABLET, spoil).unwrap();
    assert_eq!(couple.state(TABLET).unwrap().generation, 1, "the tablet opened a generation");
    couple.rest_of_three();
    couple.heals();
    couple.rest_of_three();
    let generations = [ALEX, ROBIN, TABLET].map(|phone| couple.state(phone).unwrap().generation);
    assert_eq!((couple.stands(TABLET), couple.shows(TABLET)), (ACTIVE, couple.shows(ALEX)));
    couple.rest_of_three();
    assert_eq!([ALEX, ROBIN, TABLET].map(|phone| couple.state(phone).unwrap().generation), generations);
}

/// A removed device that a server still shows the log: it stops at the commit that took it out, and says what becomes of what it holds.
#[test]
fn a_removed_device_says_that_its_words_stay_on_it() {
    let mut couple = Couple::new();
    let tablet = couple.link_tablet(0);
    couple.rest();
    let space = couple.space();
    couple.phones[tablet].tend().appreciations().write("not sent").unwrap();
    let removed = Keys::of(&couple.phones[tablet]).certificate.device;
    couple.phones[ALEX].tend().devices().remove(removed).unwrap();
    // The own space comes last, and with it the word to the server.
    couple
        .round(ALEX, |server, request| match request.path {
            RevokeDevice::PATH => Err(Failure::Unreachable),
            _ => server.serve(request),
        })
        .unwrap_err();
    let token = couple.tokens[ALEX].clone();
    let _ = couple.round(tablet, |server, request| match pulls(request, space) {
        true => server.call(&token, &decode::<Pull>(&request.body).unwrap()).map(|pulled| encode(&pulled)),
        false => server.serve(request),
    });
    assert_eq!(couple.stands(tablet), SpaceStatus::Stopped);
    let says = couple.phones[tablet].tend().syncing().kept_back().unwrap();
    assert!(says.is_some_and(|text| text.contains("You removed this phone")));
}
