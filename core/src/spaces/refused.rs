//! OpenMLS's errors in our words. Those of the store never come here: the provider keeps them.

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

/// An own commit fails by what it is to hold: a device twice, or one that is there already.
pub(super) fn own_commit(error: CreateCommitError) -> SpaceError {
    match error {
        CreateCommitError::ProposalValidationError(_) => Refusal::InvalidCommit.into(),
        _ => SpaceError::Mls("making a commit"),
    }
}

pub(super) fn welcome<E>(error: WelcomeError<E>) -> SpaceError {
    match error {
        WelcomeError::GroupAlreadyExists => Refusal::GroupExists.into(),
        WelcomeError::NoMatchingKeyPackage => Refusal::NoKeyPackage.into(),
        WelcomeError::CiphersuiteMismatch | WelcomeError::UnsupportedCiphersuite(_) => Refusal::OtherSuite.into(),
        WelcomeError::Psk(_) => Refusal::PreSharedKey.into(),
        WelcomeError::UnsupportedExtensions | WelcomeError::UnsupportedCapability => Refusal::Extension.into(),
        WelcomeError::LibraryError(_) => SpaceError::Mls("joining a group"),
        _ => Refusal::InvalidWelcome.into(),
    }
}

pub(super) fn message<E>(error: ProcessMessageError<E>) -> SpaceError {
    match error {
        ProcessMessageError::LibraryError(_) => SpaceError::Mls("reading a message"),
        ProcessMessageError::StorageError(_) => SpaceError::Mls("storing a message"),
        ProcessMessageError::GroupStateError(_) => Refusal::NotAMember.into(),
        ProcessMessageError::InvalidCommit(error) => commit(error).into(),
        ProcessMessageError::ValidationError(error) => validation(error).into(),
        ProcessMessageError::IncompatibleWireFormat => Refusal::Unencrypted.into(),
        _ => Refusal::External.into(),
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

/// OpenMLS judges a commit before we do; where it comes first, the reason is the same.
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
