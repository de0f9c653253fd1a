use crate::{
    nudges, person, practice,
    records::{Kind, Kinds},
    romance, runs, schedule,
    sync::{OwnDevice, Partnership},
};

/// Every type of record that this version knows: what a new one is added to. A test compares it with the source.
pub const KINDS: Kinds = Kinds::new(&[
    Kind::of::<person::Profile>(),
    Kind::of::<nudges::Fired>(),
    Kind::of::<nudges::LastUsed>(),
    Kind::of::<nudges::Preferences>(),
    Kind::of::<nudges::Rule>(),
    Kind::of::<runs::Draft>(),
    Kind::of::<practice::PracticeSettings>(),
    Kind::of::<practice::Practised>(),
    Kind::of::<practice::PromptOfDay>(),
    Kind::of::<runs::Run>(),
    Kind::of::<runs::SharedWords>(),
    Kind::of::<practice::TogetherDone>(),
    Kind::of::<romance::Appreciation>(),
    Kind::of::<romance::SurpriseIdea>(),
    Kind::of::<schedule::Proposal>(),
    Kind::of::<schedule::TimeForUs>(),
    Kind::of::<OwnDevice>(),
    Kind::of::<Partnership>(),
]);
