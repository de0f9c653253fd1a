//! What a shell or a log may print of what it is given: no words, and no secret.

use tend_core::{
    InviteWay,
    content::Phones,
    nudges::NudgePreferences,
    records::{Action, Context, Field, Operation, OperationId, Origin, State},
    store::StoredRecord,
};
use tend_protocol::{DeviceId, Register, Signature, encode};

use super::phone;

const WORD: &str = "a-word-that-is-nobody-elses";

#[test]
fn what_screens_are_given_prints_none_of_a_persons_words() {
    let (_folder, tend) = phone();
    tend.people().set_me(WORD, WORD, None).unwrap();
    tend.appreciations().write(WORD).unwrap();
    tend.surprises().add(WORD).unwrap();
    let run = tend.runs().begin("good-things-alone", None, Phones::One, true).unwrap();
    while tend.runs().write(run, WORD, &[]).is_err() && tend.runs().next(run, &[]).unwrap() {}
    tend.nudges().set_preferences(&NudgePreferences::default(), &NudgePreferences::default()).unwrap();
    tend.pairing().use_server("https://tend.example.org", Some(WORD)).unwrap();
    let invite = tend.pairing().invite_device(InviteWay::InPerson).unwrap();
    let printed = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {invite:?} {:?}",
        tend.people().me(),
        tend.appreciations().all(),
        tend.surprises().all(),
        tend.runs().get(run),
        tend.runs().drafts(run),
        tend.today().read(),
        tend.nudges().plan(7),
        tend.pairing().invites(),
    );
    assert!(!printed.contains(WORD), "{printed}");
    assert!(!printed.contains(&invite.text), "{printed}");
}

#[test]
fn what_crosses_prints_none_either() {
    let device = DeviceId([1; 32]);
    let stamp = Context::default().next(device);
    let origin =
        Origin { author: tend_core::identity::SigningKey::from_seed([1; 32]).identity(), nonce: [1; 16], number: 1 };
    let field = Field { text: true, list: false, versions: [(stamp, WORD.into())].into() };
    let operation = Operation {
        id: OperationId { device, counter: 1 },
        record: origin.record("appreciation", [0; 4]),
        kind: "appreciation".into(),
        origin,
        stamp,
        seen: Context::default(),
        action: Action::Set([("text".to_owned(), field)].into()),
    };
    let mut state = State::new(origin);
    state.apply(&operation);
    let stored = StoredRecord { id: operation.record, kind: operation.kind.clone(), live: true, state: encode(&state) };
    let register = Register { device, signature: Signature([1; 64]), access_code: Some(WORD.into()) };
    let printed = format!("{operation:?} {state:?} {:?} {stored:?} {register:?}", state.shown());
    assert!(!printed.contains(WORD), "{printed}");
}
