use std::collections::{BTreeMap, BTreeSet};

/// What must hold, whatever went wrong: every sentence that somebody wrote stands until somebody who saw it replaced or deleted it, and
/// none that was deleted comes back.
#[derive(Debug, Default)]
pub struct Model {
    /// By record, the sentences that must still be there.
    alive: BTreeMap<String, BTreeSet<String>>,
    /// By record, whose words they are.
    authors: BTreeMap<String, usize>,
    /// By record, sentences that must be nowhere.
    dead: BTreeMap<String, BTreeSet<String>>,
    /// Records of which nothing is expected.
    unknown: BTreeSet<String>,
    /// Records that were deleted for good, and the phone on which.
    deleted: BTreeMap<String, usize>,
}

impl Model {
    /// Somebody wrote a new record.
    pub fn wrote(&mut self, author: usize, record: &str, sentence: &str) {
        self.authors.insert(record.into(), author);
        self.alive.entry(record.into()).or_default().insert(sentence.into());
    }

    /// Somebody who saw `shown` put one sentence in its place.
    pub fn replaced(&mut self, record: &str, shown: &[String], sentence: &str) {
        let alive = self.alive.entry(record.into()).or_default();
        for old in shown {
            alive.remove(old);
        }
        alive.insert(sentence.into());
    }

    /// Somebody deleted a record for good on that phone: nothing of it is ever to be seen again.
    pub fn deleted(&mut self, record: &str, phone: usize) {
        self.dead.entry(record.into()).or_default().extend(self.alive.remove(record).unwrap_or_default());
        self.deleted.insert(record.into(), phone);
    }

    /// A device is gone for good: what nobody else has seen of it is not expected any more.
    pub fn only(&mut self, seen: &BTreeMap<String, BTreeSet<String>>) {
        self.doubt(seen);
        for (record, sentences) in &mut self.alive {
            sentences.retain(|sentence| seen.get(record).is_some_and(|seen| seen.contains(sentence)));
        }
    }

    /// Somebody still shows these records. A deletion of one went with the device that made it, or is still on its way: nothing is known
    /// of such a record.
    pub fn doubt(&mut self, seen: &BTreeMap<String, BTreeSet<String>>) {
        for record in seen.keys() {
            self.doubt_deletion(record);
        }
    }

    /// A phone goes on with a store from before. Of what it deleted, only what another phone knows as deleted is sure to stay so: the words
    /// may be on their way to phones that never hear of the deletion.
    pub fn doubt_deletions(&mut self, phone: usize, known: &BTreeSet<String>) {
        let own = self.deleted.iter().filter(|(record, by)| **by == phone && !known.contains(*record));
        for record in own.map(|(record, _)| record.clone()).collect::<Vec<_>>() {
            self.doubt_deletion(&record);
        }
    }

    fn doubt_deletion(&mut self, record: &str) {
        if self.deleted.remove(record).is_some() {
            self.dead.remove(record);
            self.unknown.insert(record.into());
        }
    }

    /// As [`Self::only`], after two parted: of an author's words those stand that another of their devices keeps.
    pub fn only_kept(&mut self, author: usize, kept: &BTreeSet<String>) {
        let Self { alive, authors, dead, .. } = self;
        for (_, sentences) in alive.iter_mut().filter(|(record, _)| authors.get(*record) == Some(&author)) {
            sentences.retain(|sentence| kept.contains(sentence));
        }
        for sentences in dead.values_mut() {
            sentences.retain(|sentence| !kept.contains(sentence));
        }
    }

    /// All sentences that stand.
    pub fn sentences(&self) -> BTreeSet<String> {
        self.alive.values().flatten().cloned().collect()
    }

    /// What is missing from, or wrongly in, what a person keeps after two parted.
    pub fn faults_apart(&self, author: usize, kept: &BTreeSet<String>) -> Vec<String> {
        let stands = |record: &String| {
            self.authors.get(record) == Some(&author)
                && !self.deleted.contains_key(record)
                && !self.unknown.contains(record)
        };
        let own = self.alive.iter().filter(|(record, _)| stands(record));
        let lost = own.flat_map(|(_, sentences)| sentences).filter(|sentence| !kept.contains(*sentence));
        let mut faults: Vec<_> = lost.map(|sentence| format!("lost in parting: {sentence}")).collect();
        faults.extend(kept.iter().filter(|s| self.is_dead(s)).map(|s| format!("back in parting: {s}")));
        faults
    }

    /// What is missing from, or wrongly in, what somebody sees: by record, its sentences.
    pub fn faults(&self, seen: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
        let mut faults = Vec::new();
        for (record, sentences) in &self.alive {
            if self.deleted.contains_key(record) || self.unknown.contains(record) {
                continue;
            }
            for sentence in sentences {
                if !seen.get(record).is_some_and(|seen| seen.contains(sentence)) {
                    faults.push(format!("lost: {sentence} of {record}"));
                }
            }
        }
        for (record, sentences) in seen {
            if self.deleted.contains_key(record) {
                faults.push(format!("back: {record}"));
            }
            faults.extend(sentences.iter().filter(|s| self.is_dead(s)).map(|s| format!("back: {s}")));
        }
        faults
    }

    /// The sentences that must be nowhere.
    pub fn dead(&self) -> impl Iterator<Item = &String> {
        self.dead.values().flatten()
    }

    fn is_dead(&self, sentence: &str) -> bool {
        self.dead.values().any(|sentences| sentences.contains(sentence))
    }
}
