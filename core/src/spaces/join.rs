use openmls::prelude::{
    MlsMessageBodyIn, MlsMessageIn, OpenMlsProvider, StagedWelcome, Welcome, tls_codec::DeserializeBytes,
};

use super::{
    CIPHERSUITE, Group, GroupName, Refusal, SpaceError, Trust, certified, configuration, keys, provider::Provider,
    refused,
};
use crate::store::Transaction;

impl<'t> Group<'t> {
    /// Joins a group by a welcome (RFC 9420, section 12.4.3.1) that was made for a key package of this device. Every leaf must be of a
    /// device that the space trusts. The key package is used up, unless it is a last-resort one; a refusal leaves it as it was. If this
    /// device still has a group of that name, out of which it was removed, that one must be forgotten first.
    ///
    /// # Errors
    /// The [`Refusal`] that says what is wrong.
    pub fn join(tx: &'t Transaction<'t>, welcome: &[u8], name: GroupName, trust: &Trust) -> Result<Self, SpaceError> {
        let welcome = open(welcome)?;
        let provider = Provider::new(tx)?;
        let mls = provider.attempt(|provider| {
            let builder = StagedWelcome::build_from_welcome(provider, &configuration::join(), welcome)
                .map_err(refused::welcome)?;
            if !builder.processed_welcome().psks().is_empty() {
                return Err(Refusal::PreSharedKey.into());
            }
            let staged = builder.skip_lifetime_validation().build().map_err(refused::welcome)?;
            check(&staged, name, trust)?;
            let mls = staged.into_group(provider).map_err(refused::welcome)?;
            keys::check_tree(provider.crypto(), &mls.export_ratchet_tree())?;
            Ok(mls)
        })?;
        Ok(Self { provider, name, mls })
    }
}

fn open(bytes: &[u8]) -> Result<Welcome, Refusal> {
    let message = MlsMessageIn::tls_deserialize_exact_bytes(bytes).map_err(|_| Refusal::Malformed)?;
    let MlsMessageBodyIn::Welcome(welcome) = message.extract() else { return Err(Refusal::Malformed) };
    if welcome.ciphersuite() != CIPHERSUITE {
        return Err(Refusal::OtherSuite);
    }
    Ok(welcome)
}

fn check(staged: &StagedWelcome, name: GroupName, trust: &Trust) -> Result<(), Refusal> {
    let context = staged.group_context();
    if *context.group_id() != name.id() {
        return Err(Refusal::OtherGroup);
    }
    if context.ciphersuite() != CIPHERSUITE {
        return Err(Refusal::OtherSuite);
    }
    if context.extensions().iter().next().is_some() {
        return Err(Refusal::Extension);
    }
    staged.members().try_for_each(|member| trust.check(&certified::of_member(&member)?))
}
