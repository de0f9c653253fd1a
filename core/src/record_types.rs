use crate::{
    nudges, person, practice,
    records::{RecordType, RecordTypes},
    romance, runs, schedule,
    sync::{OwnDevice, Partnership},
};

/// Every type of record that this version knows: what a new one is added to. A test compares it with the source.
pub const RECORD_TYPES: RecordTypes = RecordTypes::new(&[
    RecordType::of::<person::Profile>(),
    RecordType::of::<nudges::Fired>(),
    RecordType::of::<nudges::LastUsed>(),
    RecordType::of::<nudges::NudgePreferences>(),
    RecordType::of::<nudges::NudgeRule>(),
    RecordType::of::<runs::Draft>(),
    RecordType::of::<practice::PracticeSettings>(),
    RecordType::of::<practice::Practised>(),
    RecordType::of::<practice::PromptOfDay>(),
    RecordType::of::<runs::Run>(),
    RecordType::of::<runs::SharedWords>(),
    RecordType::of::<practice::TogetherDone>(),
    RecordType::of::<romance::Appreciation>(),
    RecordType::of::<romance::Thanks>(),
    RecordType::of::<romance::SurpriseIdea>(),
    RecordType::of::<schedule::Answer>(),
    RecordType::of::<schedule::Proposal>(),
    RecordType::of::<schedule::TimeForUs>(),
    RecordType::of::<schedule::TimesKept>(),
    RecordType::of::<OwnDevice>(),
    RecordType::of::<Partnership>(),
]);
