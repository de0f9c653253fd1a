//! Answers that are changed at random, byte by byte: whatever they come to say, no phone fails, and nobody's own words are lost.

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tend_core::sync::SpaceStatus;
use tend_tests::simulation::Server;

use super::couple::{ALEX, Couple, ROBIN};

fn changed(mut answer: Vec<u8>, rng: &mut ChaCha8Rng) -> Vec<u8> {
    for _ in 0..rng.random_range(1..4) {
        if answer.is_empty() {
            break;
        }
        let at = rng.random_range(0..answer.len());
        match rng.next_u32() % 4 {
            0 => answer[at] = rng.next_u32().to_le_bytes()[0],
            1 => answer[at] ^= 1 << (rng.next_u32() % 8),
            2 => answer.insert(at, rng.next_u32().to_le_bytes()[0]),
            _ => drop(answer.remove(at)),
        }
    }
    answer
}

/// Whatever the changed answers make the two phones believe, no stranger gets between them, and they can try again.
#[test]
fn changed_answers_while_two_meet_end_in_a_meeting_or_in_another_try() {
    let mut met = 0;
    for seed in 0..24 {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut couple = Couple::apart();
        couple.invite();
        for _ in 0..8 {
            for phone in [ROBIN, ALEX] {
                let _ = couple.round(phone, |server: &Server, request| {
                    let answer = server.serve(request)?;
                    Ok(if rng.next_u32().is_multiple_of(8) { changed(answer, &mut rng) } else { answer })
                });
            }
        }
        let partners = [ALEX, ROBIN].map(|phone| couple.phones[phone].tend().people().is_paired().unwrap());
        if partners == [true, true] {
            met += 1;
            couple.heals();
            continue;
        }
        for phone in [ALEX, ROBIN] {
            let tend = couple.phones[phone].tend();
            for invite in tend.pairing().invites().unwrap() {
                let _ = tend.pairing().cancel(invite.id);
            }
            if tend.people().is_paired().unwrap() {
                tend.pairing().leave().unwrap();
            }
        }
        couple.rest();
        couple.meet();
    }
    assert!((4..24).contains(&met), "{met} of 24 met at once");
}

#[test]
fn changed_answers_lose_nobodys_words_and_break_no_phone() {
    for seed in 0..12 {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut couple = Couple::new();
        let mut written: [Vec<String>; 2] = [vec!["first 0".into()], vec!["first 1".into()]];
        for round in 0..12 {
            for phone in [ALEX, ROBIN] {
                let text = format!("{seed} {round} {phone}");
                couple.write(phone, &text);
                written[phone].push(text);
                let _ = couple.round(phone, |server: &Server, request| {
                    let answer = server.serve(request)?;
                    Ok(if rng.next_u32().is_multiple_of(3) { changed(answer, &mut rng) } else { answer })
                });
            }
            couple.time.pass(600);
        }
        couple.rest();
        for phone in [ALEX, ROBIN] {
            let (kept, mut all) = (couple.keeps(phone), written[phone].clone());
            all.retain(|text| !kept.contains(text));
            assert_eq!(all, [""; 0], "seed {seed}: lost");
            let mut once = kept.clone();
            once.dedup();
            assert_eq!(once, kept, "seed {seed}: twice");
        }
        // Unless a changed byte spoke of a copied store, everything has come through.
        if [ALEX, ROBIN].iter().all(|phone| couple.stands(*phone) != SpaceStatus::Stopped) {
            couple.heals();
        }
    }
}
