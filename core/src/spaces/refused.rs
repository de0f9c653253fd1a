//! Which [`Refusal`] an error of OpenMLS means. An error of the store never comes through here: `Provider::attempt` keeps it, and
//! returns it instead of what OpenMLS makes of it.

use openmls::{
    framing::errors::MessageDecryptionError,
    group::{
        CreateCommitError, NewGroupError, ProcessMessageError, ProposalValidationError, StageCommitError,
        ValidationError, WelcomeError,
    },
};

use super::{Refusal, SpaceError};

pub(super) fn create<E>(error: NewGroupError<E>) -> SpaceError {
    match error {
        NewGroupError::GroupAlreadyExists => Refusal::GroupExists.into(),
        _ => SpaceError::Mls("creating a group"),
    }
}

/// OpenMLS refuses to make a commit that adds a device twice, or one that is in the group already.
pub(super) fn own_commit(error: CreateCommitError) -> SpaceError {
    match error {
        CreateCommitError::ProposalValidationError(_) => Refusal::InvalidCommit.into(),
        _ => SpaceError::Mls("making a commit"),
    }
}

pub(super) fn welcome<E>(error: WelcomeError<E>) -> Refusal {
    match error {
        WelcomeError::GroupAlreadyExists => Refusal::GroupExists,
        WelcomeError::NoMatchingKeyPackage => Refusal::NoKeyPackage,
        WelcomeError::CiphersuiteMismatch | WelcomeError::UnsupportedCiphersuite(_) => Refusal::OtherSuite,
        WelcomeError::Psk(_) => Refusal::PreSharedKey,
        WelcomeError::UnsupportedExtensions | WelcomeError::UnsupportedCapability => Refusal::Extension,
        _ => Refusal::InvalidWelcome,
    }
}

pub(super) fn message<E>(error: ProcessMessageError<E>) -> Refusal {
    match error {
        ProcessMessageError::LibraryError(_) => Refusal::Undecryptable,
        ProcessMessageError::GroupStateError(_) => Refusal::NotAMember,
        ProcessMessageError::InvalidCommit(error) => commit(error),
        ProcessMessageError::ValidationError(error) => validation(error),
        ProcessMessageError::IncompatibleWireFormat => Refusal::Unencrypted,
        _ => Refusal::External,
    }
}

fn validation(error: ValidationError) -> Refusal {
    match error {
        ValidationError::WrongGroupId => Refusal::OtherGroup,
        ValidationError::WrongEpoch | ValidationError::NoPastEpochData => Refusal::OtherEpoch,
        ValidationError::UnableToDecrypt(
            MessageDecryptionError::SecretTreeError(_) | MessageDecryptionError::GenerationOutOfBound,
        ) => Refusal::Replayed,
        ValidationError::KeyPackageVerifyError(_) => Refusal::InvalidKeyPackage,
        ValidationError::InvalidAddProposalCiphersuite => Refusal::OtherSuite,
        ValidationError::InvalidSignature
        | ValidationError::UnknownMember
        | ValidationError::UnableToDecrypt(_)
        | ValidationError::LibraryError(_) => Refusal::Undecryptable,
        _ => Refusal::InvalidCommit,
    }
}

/// OpenMLS checks a commit before our policy does. What both would refuse is refused for the same reason.
fn commit(error: StageCommitError) -> Refusal {
    match error {
        StageCommitError::MissingProposal => Refusal::ByReference,
        StageCommitError::PskError(_)
        | StageCommitError::DuplicatePskId(_)
        | StageCommitError::ProposalValidationError(ProposalValidationError::Psk(_)) => Refusal::PreSharedKey,
        StageCommitError::GroupContextExtensionsProposalValidationError(_) => Refusal::ChangesExtensions,
        StageCommitError::ProposalValidationError(ProposalValidationError::ExternalInitProposalInRegularCommit) => {
            Refusal::External
        }
        StageCommitError::ProposalValidationError(ProposalValidationError::UnsupportedProposalType) => {
            Refusal::OtherProposal
        }
        StageCommitError::OwnCommitMismatch => Refusal::Own,
        _ => Refusal::InvalidCommit,
    }
}
