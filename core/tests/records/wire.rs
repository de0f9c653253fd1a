//! The bytes of operations and states, as the first version writes them. They are what other versions read: a change here breaks them.

use tend_core::records::{
    Action, Operation, OperationId,
    typed::{remove, set},
};
use tend_protocol::{decode, encode};

use crate::{
    history::{Note, device, empty, record},
    lists::{Board, board},
};

fn operations() -> [Operation; 3] {
    let mut state = empty();
    let id = |player, counter| OperationId { device: device(player), counter };
    state.apply(&set(id(0, 1), record(), &state, &Note { words: "tea".into(), mood: 1 }));
    let write = set(id(1, 1), record(), &state, &Note { words: "tea".into(), mood: 2 });
    let delete = remove::<Note>(id(2, 1), record(), &state, Action::Delete);
    let purge = remove::<Note>(id(3, 1), record(), &state, Action::Purge);
    [write, delete, purge]
}

fn hex(bytes: &[u8]) -> String {
    let lines = bytes.chunks(32).map(|line| line.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn operations_have_their_frozen_form() {
    for (name, operation) in ["write", "delete", "purge"].into_iter().zip(operations()) {
        let bytes = encode(&operation);
        insta::assert_snapshot!(format!("operation_{name}"), hex(&bytes));
        assert_eq!(decode::<Operation>(&bytes), Ok(operation));
    }
}

/// A list after two devices added to it.
#[test]
fn a_list_has_its_frozen_form() {
    let mut state = empty();
    let id = |player, counter| OperationId { device: device(player), counter };
    let with =
        |errands: &[&str]| Board { errands: errands.iter().map(ToString::to_string).collect(), ..Board::default() };
    state.apply(&set(id(0, 1), board(), &state, &with(&["tea"])));
    let write = set(id(1, 1), board(), &state, &with(&["tea", "jam"]));
    insta::assert_snapshot!("operation_list", hex(&encode(&write)));
    assert_eq!(decode::<Operation>(&encode(&write)), Ok(write));
}

#[test]
fn states_have_their_frozen_form() {
    let [write, delete, purge] = operations();
    let mut state = empty();
    state.apply(&write);
    state.apply(&delete);
    insta::assert_snapshot!("state_live", hex(&encode(&state)));
    state.apply(&purge);
    insta::assert_snapshot!("state_purged", hex(&encode(&state)));
}
